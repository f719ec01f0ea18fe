/**
 * Every way a use case may say no. The code is stable and is what clients branch on;
 * `libs/platform` holds the one table from code to HTTP status.
 */
export const errorCodes = [
  'not-found', // or not visible to this reader: the two must look alike
  'forbidden', // signed in, but this role may not do this
  'invalid-input', // a field is wrong; `errors` names it
  'clinical-invariant', // the document is well formed but breaks a clinical rule; `errors` names the field and says why
  'base-not-current', // somebody published in between (If-Match is not the current version)
  'superseded', // the thing addressed was replaced by a newer one, named in `extensions`
  'illegal-transition', // the state machine forbids it; `extensions.allowed` lists what is allowed
  'booking-refused', // a time cannot be booked; `errors` says which rule, what was found and whether an override is allowed
  'already-exists',
  'idempotency-conflict', // same Idempotency-Key, different request
  'precondition-required', // If-Match is missing
  'preview-outdated', // the digest does not match what would be sent now
  'gone', // existed, and may not be read any more
] as const;

export type ErrorCode = (typeof errorCodes)[number];

export interface FieldError {
  /** Path in the request, for example `document.procedures[0].scheduledAt`. */
  path: string;
  message: string;
  /** A clinical rule says besides what it needs, what it found, and whether an override with a reason sets it aside. */
  needed?: string;
  found?: string;
  overridable?: boolean;
}

/**
 * A refusal with a business reason. Thrown by use cases and pure functions; knows no HTTP.
 * `extensions` become members of the RFC 9457 problem document.
 */
export class DomainError extends Error {
  constructor(
    readonly code: ErrorCode,
    readonly detail: string,
    readonly errors: readonly FieldError[] = [],
    readonly extensions: Readonly<Record<string, unknown>> = {},
  ) {
    super(detail);
    this.name = 'DomainError';
  }
}
