import { ApiHeader } from '@nestjs/swagger';

/** Shows a header in the OpenAPI description of every route that takes it as a parameter. */
export const headerParameter =
  (name: string, options: { description: string; required: boolean; example: string }): ParameterDecorator =>
  (target, method) => {
    const route = method === undefined ? undefined : Object.getOwnPropertyDescriptor(target, method);
    if (method !== undefined && route) ApiHeader({ name, ...options })(target, method, route);
  };
