import { DomainError } from '#contracts';

/** An opaque keyset cursor: the sort values of the last row of a page. */
export const encodeCursor = (values: readonly (string | number)[]): string =>
  Buffer.from(JSON.stringify(values)).toString('base64url');

/** The values of a cursor; null without one. A cursor we did not make is `invalid-input`. */
export function decodeCursor(cursor: string | undefined): (string | number)[] | null {
  if (cursor === undefined || cursor === '') return null;
  const values = parse(cursor);
  if (Array.isArray(values) && values.every((value) => typeof value === 'string' || typeof value === 'number'))
    return values;
  throw new DomainError('invalid-input', 'The cursor is not one of ours.', [
    { path: 'cursor', message: 'use the `next` of the page before' },
  ]);
}

function parse(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
