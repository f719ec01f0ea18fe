import type { z } from 'zod';
import { DomainError } from '#contracts';

/** An opaque keyset cursor: the sort values of the last row of a page. */
export const encodeCursor = (values: readonly (string | number)[]): string =>
  Buffer.from(JSON.stringify(values)).toString('base64url');

/**
 * Where the page before ended, or null for the first page. A cursor that we did not make, or that belongs to another list, is
 * `invalid-input`.
 */
export function readCursor<Position extends z.ZodType>(
  cursor: string | undefined,
  position: Position,
): z.output<Position> | null {
  if (cursor === undefined || cursor === '') return null;
  const parsed = position.safeParse(decode(cursor));
  if (parsed.success) return parsed.data;
  throw new DomainError('invalid-input', 'The cursor does not belong to this list.', [
    { path: 'cursor', message: 'use the `next` of the page before' },
  ]);
}

function decode(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
