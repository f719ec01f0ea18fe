import type { z } from 'zod';
import { DomainError } from '#contracts';
import { decodeCursor } from '#platform';

/** Where the page before ended, or null for the first page. A cursor of another list is refused like a malformed one. */
export function readCursor<Position extends z.ZodType>(
  cursor: string | undefined,
  position: Position,
): z.output<Position> | null {
  const values = decodeCursor(cursor);
  if (values === null) return null;
  const parsed = position.safeParse(values);
  if (parsed.success) return parsed.data;
  throw new DomainError('invalid-input', 'The cursor does not belong to this list.', [
    { path: 'cursor', message: 'must be the `next` of the page before' },
  ]);
}
