import { DomainError, type ErrorCode } from '#contracts';
import { problemOf } from './problems.js';

const statuses: Record<ErrorCode, number> = {
  'not-found': 404,
  forbidden: 403,
  'invalid-input': 400,
  'clinical-invariant': 422,
  'base-not-current': 409,
  superseded: 409,
  'illegal-transition': 409,
  'booking-refused': 409,
  'already-exists': 409,
  'idempotency-conflict': 422,
  'precondition-required': 428,
  'preview-outdated': 409,
  gone: 410,
};

it.each(Object.entries(statuses))('%s is %i', (code, status) => {
  const problem = problemOf(new DomainError(code as ErrorCode, 'Why.', [], { status: 200, type: 'x', current: 4 }));
  // What a refusal adds stands beside the members of the document, never in their place.
  expect(problem).toEqual({
    type: `urn:throughline:problem:${code}`,
    title: expect.any(String),
    status,
    detail: 'Why.',
    current: 4,
  });
});

it('has nothing to say about an error that nobody meant', () => {
  expect([problemOf(new Error('x')), problemOf(null), problemOf('x')]).toEqual([null, null, null]);
});
