import { applyDecorators, HttpCode } from '@nestjs/common';
import { ApiBearerAuth, ApiResponse } from '@nestjs/swagger';
import type { z } from 'zod';

const text = { type: 'string' };
const fieldError = {
  type: 'object',
  properties: { path: text, message: text, needed: text, found: text, overridable: { type: 'boolean' } },
  required: ['path', 'message'],
};
/** `Problem` as OpenAPI says it. */
const problemSchema = {
  type: 'object',
  properties: {
    type: { ...text, format: 'uri' },
    title: text,
    status: { type: 'integer' },
    detail: text,
    errors: { type: 'array', items: fieldError },
  },
  required: ['type', 'title', 'status', 'detail'],
};

/** Sets the status of a successful answer and documents its shape (and that anything else is a problem document). */
export function Answers(schema: z.ZodType, options: { status?: number; description?: string } = {}): MethodDecorator {
  const status = options.status ?? 200;
  return applyDecorators(
    HttpCode(status),
    ApiBearerAuth(),
    ApiResponse({ status, description: options.description ?? '', standardSchema: schema }),
    ApiResponse({
      status: 'default',
      description: 'A refusal, as a problem document (RFC 9457).',
      content: { 'application/problem+json': { schema: problemSchema } },
    }),
  );
}
