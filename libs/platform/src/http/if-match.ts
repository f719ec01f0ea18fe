import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { DomainError } from '#contracts';
import { headerParameter } from './header-parameter.js';

/** The version number in an If-Match header: `"3"`, `W/"3"` or `3`. Missing or malformed is a DomainError. */
export function parseIfMatch(header: string | undefined): number {
  if (header === undefined || header === '') {
    throw new DomainError(
      'precondition-required',
      'Say in If-Match which version you worked from, for example If-Match: "3".',
    );
  }
  const version = /^(?:W\/)?"?(\d{1,9})"?$/.exec(header.trim())?.[1];
  if (version === undefined) {
    throw new DomainError('invalid-input', 'If-Match must be a version number.', [
      { path: 'If-Match', message: 'for example "3"' },
    ]);
  }
  return Number(version);
}

/** Parameter: the version the caller worked from. */
export const IfMatch = createParamDecorator(
  (_: unknown, context: ExecutionContext): number =>
    parseIfMatch(context.switchToHttp().getRequest<FastifyRequest>().headers['if-match']),
  [headerParameter('If-Match', { description: 'The version you worked from.', required: true, example: '"3"' })],
);
