import { applyDecorators, HttpCode } from '@nestjs/common';
import { ApiBearerAuth, ApiResponse } from '@nestjs/swagger';
import type { z } from 'zod';

/** Sets the status of a successful answer and documents its shape (and that anything else is a problem document). */
export function Answers(schema: z.ZodType, options: { status?: number; description?: string } = {}): MethodDecorator {
  const status = options.status ?? 200;
  return applyDecorators(
    HttpCode(status),
    ApiBearerAuth(),
    ApiResponse({ status, description: options.description ?? '', standardSchema: schema }),
    ApiResponse({ status: 'default', description: 'A problem document (RFC 9457), application/problem+json.' }),
  );
}
