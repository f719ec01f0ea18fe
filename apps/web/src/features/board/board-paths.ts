import { askAhead } from '../../api/ahead.js';
import { queryOf } from '../../api/client.js';
import { type Asked, type BoardSearch, countsQuery, listQuery } from './board-search.js';

/** Rows of one answer; also as many as can be asked for by name. */
export const pageSize = 100;

export const rowsPath = (query: Asked): string => `/api/handoffs${queryOf(query)}`;
export const countsPath = (query: Asked): string => `/api/handoffs/counts${queryOf(query)}`;

/** The length of a list does not depend on how it is sorted. */
export const lengthQuery = ({ sort: _sort, ...query }: Asked): Asked => query;

/** What the board asks first, while the board itself is still on its way. */
export function askAheadOfBoard(search: BoardSearch): void {
  if (search.tab === 'desk') return;
  const query = listQuery(search, '');
  askAhead(rowsPath({ ...query, limit: String(pageSize) }));
  askAhead(countsPath(countsQuery(search)));
  askAhead(countsPath(lengthQuery(query)));
}
