import { HttpException } from '@nestjs/common';
import { DomainError, type ErrorCode, type FieldError } from '#contracts';
import { Unauthenticated } from '../auth/auth.guard.js';
import { IdentityProviderAway } from '../auth/token-verifier.js';
import { isDatabaseAway } from '../database/database.js';

/** An RFC 9457 problem document; `type` is a stable URN that clients branch on. */
export interface Problem {
  type: string;
  title: string;
  status: number;
  detail: string;
  errors?: readonly FieldError[];
  [extension: string]: unknown;
}

/** The one table from a refusal's code to its HTTP status and title. */
const refusals: Record<ErrorCode, readonly [status: number, title: string]> = {
  'not-found': [404, 'Not found'],
  forbidden: [403, 'Not allowed'],
  'invalid-input': [400, 'Invalid input'],
  'clinical-invariant': [422, 'A clinical rule is broken'],
  'base-not-current': [409, 'Somebody published in between'],
  superseded: [409, 'Replaced by a newer one'],
  'illegal-transition': [409, 'Not possible in this state'],
  'booking-refused': [409, 'Cannot be booked'],
  'already-exists': [409, 'Exists already'],
  'idempotency-conflict': [422, 'The Idempotency-Key was used for another request'],
  'precondition-required': [428, 'If-Match is required'],
  'preview-outdated': [409, 'The preview is out of date'],
  gone: [410, 'Gone'],
};

const typeOf = (code: string): string => `urn:throughline:problem:${code}`;

/** Input that does not fit its schema; made by the validation pipe. */
export class InvalidInput extends DomainError {
  constructor(errors: readonly FieldError[]) {
    super('invalid-input', `${errors.length} ${errors.length === 1 ? 'field does' : 'fields do'} not fit.`, errors);
  }
}

/** The problem document of any error; null when the error is unexpected and must be logged. */
export function problemOf(error: unknown): Problem | null {
  if (error instanceof DomainError) return refusal(error);
  if (error instanceof Unauthenticated) {
    return {
      type: typeOf('unauthenticated'),
      title: 'Sign in',
      status: 401,
      detail: 'A valid bearer token is needed.',
    };
  }
  if (error instanceof IdentityProviderAway || isDatabaseAway(error)) {
    return {
      type: typeOf('unavailable'),
      title: 'Try again soon',
      status: 503,
      detail: 'A part of the system is away for a moment.',
    };
  }
  // A 500 may say anything, so it is logged and not shown; 503 is the only other one that we mean to send.
  if (error instanceof HttpException && (error.getStatus() < 500 || error.getStatus() === 503))
    return fromHttp(error.getStatus(), error.message);
  const status = (error as { statusCode?: unknown } | null)?.statusCode;
  if (typeof status === 'number' && status >= 400 && status < 500) return fromHttp(status, (error as Error).message);
  return null;
}

function refusal({ code, detail, errors, extensions }: DomainError): Problem {
  const [status, title] = refusals[code];
  return { ...extensions, type: typeOf(code), title, status, detail, ...(errors.length > 0 ? { errors } : {}) };
}

/** Errors of the HTTP layer itself: unknown route, malformed JSON, body too large. */
function fromHttp(status: number, message: string): Problem {
  const known: Record<number, readonly [code: string, title: string]> = {
    400: ['malformed-request', 'Malformed request'],
    404: ['not-found', 'Not found'],
    413: ['body-too-large', 'The body is too large'],
    415: ['unsupported-media-type', 'Send application/json'],
    503: ['unavailable', 'Try again soon'],
  };
  const [code, title] = known[status] ?? ['http-error', 'The request failed'];
  return { type: typeOf(code), title, status, detail: status === 404 ? 'There is nothing here.' : message };
}

export const unexpectedProblem = (errorId: string): Problem => ({
  type: typeOf('unexpected'),
  title: 'Something went wrong',
  status: 500,
  detail: `It was logged under ${errorId}.`,
  errorId,
});
