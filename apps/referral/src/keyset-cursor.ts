import { id, instant } from '#contracts';
import { encodeCursor, readCursor } from '#platform';
import { z } from 'zod';

/** Every list of this service is sorted by an instant and, where two are equal, by id. */
const position = z.tuple([instant, id]);

/** Where the page before ended; null for the first page. */
export const readPosition = (cursor: string | undefined): z.infer<typeof position> | null =>
  readCursor(cursor, position);

/** Rows are read one more than shown: the extra one says that there is a next page. */
export const nextCursor = <Row extends { id: string }>(
  rows: readonly Row[],
  limit: number,
  sortedBy: (row: Row) => Date,
): string | null => {
  const last = rows[limit - 1];
  return last && rows.length > limit ? encodeCursor([sortedBy(last).toISOString(), last.id]) : null;
};
