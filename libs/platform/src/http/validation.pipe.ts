import { StandardSchemaValidationPipe } from '@nestjs/common';
import type { FieldError } from '#contracts';
import { InvalidInput } from './problems.js';

type Issue = Parameters<
  NonNullable<NonNullable<ConstructorParameters<typeof StandardSchemaValidationPipe>[0]>['exceptionFactory']>
>[0][number];

/** Checks every parameter that names a schema. Nest accepts anything where this pipe is not registered, so a test proves that it is. */
export const validationPipe = (): StandardSchemaValidationPipe =>
  new StandardSchemaValidationPipe({ exceptionFactory: (issues) => new InvalidInput(issues.flatMap(fieldErrors)) });

function fieldErrors(issue: Issue): FieldError[] {
  const path = pathOf(issue.path ?? []);
  const keys = (issue as { keys?: unknown }).keys;
  // Unknown fields are named one by one, where they stand.
  if (Array.isArray(keys) && (issue as { code?: unknown }).code === 'unrecognized_keys') {
    return keys.map((key) => ({ path: path ? `${path}.${String(key)}` : String(key), message: 'unknown field' }));
  }
  return [{ path, message: issue.message }];
}

/** `document.procedures[0].scheduledAt` */
function pathOf(segments: NonNullable<Issue['path']>): string {
  return segments
    .map((segment) => (typeof segment === 'object' ? segment.key : segment))
    .reduce<string>(
      (path, key) => (typeof key === 'number' ? `${path}[${key}]` : path ? `${path}.${String(key)}` : String(key)),
      '',
    );
}
