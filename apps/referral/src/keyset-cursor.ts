import { DomainError, id, instant } from '#contracts';
import { decodeCursor, encodeCursor } from '#platform';
import { z } from 'zod';

/** Every list of this service is sorted by an instant and, where two are equal, by id. */
const position = z.tuple([instant, id]);

/** Where the page before ended; null for the first page. A cursor of another list is refused like a malformed one. */
export const readCursor = (cursor: string | undefined): z.infer<typeof position> | null => {
  const values = decodeCursor(cursor);
  if (values === null) return null;
  const parsed = position.safeParse(values);
  if (parsed.success) return parsed.data;
  throw new DomainError('invalid-input', 'The cursor does not belong to this list.', [
    { path: 'cursor', message: 'must be the `next` of the page before' },
  ]);
};

/** Rows are read one more than shown: the extra one says that there is a next page. */
export const nextCursor = <Row extends { id: string }>(
  rows: readonly Row[],
  limit: number,
  sortedBy: (row: Row) => Date,
): string | null => {
  const last = rows[limit - 1];
  return last && rows.length > limit ? encodeCursor([sortedBy(last).toISOString(), last.id]) : null;
};
