import type { HandoffExportQuery, WorklistScope } from '#contracts';

/** Everything that narrows the list and may stand in an address. What a person types to find a patient never does. */
const textFields = [
  ...([
    'tile',
    'status',
    'role',
    'partner',
    'patient',
    'plan',
    'due',
    'age',
    'owner',
    'pool',
    'waitingOn',
    'label',
  ] as const),
  ...(['chase', 'issuedFrom', 'issuedTo', 'sentFrom', 'sentTo', 'reached', 'referral', 'declined'] as const),
] as const;
const yesNoFields = ['blocked', 'behind', 'contested', 'notAcknowledged', 'undeliverable'] as const;

export type FilterField = (typeof textFields)[number] | (typeof yesNoFields)[number];
export type BoardFilter = { [Field in (typeof textFields)[number]]?: string } & {
  [Field in (typeof yesNoFields)[number]]?: boolean;
};
export type BoardSort = NonNullable<HandoffExportQuery['sort']>;

/** The address of the board. */
export type BoardSearch = BoardFilter & {
  scope?: Exclude<WorklistScope, 'all'>;
  sort?: Exclude<BoardSort, 'due'>;
  tab?: 'desk';
};

export const filterFields: readonly FilterField[] = [...textFields, ...yesNoFields];

/** Leaves out what it does not know; what a value may be is for the server to say. */
export function readBoardSearch(search: Record<string, unknown>): BoardSearch {
  const { scope, sort, tab } = search;
  return {
    ...readFilter(search),
    ...(scope === 'me' || scope === 'team' ? { scope } : {}),
    ...(sort === 'issued' || sort === 'activity' ? { sort } : {}),
    ...(tab === 'desk' ? { tab } : {}),
  };
}

export function readFilter(search: Record<string, unknown>): BoardFilter {
  const filter: Record<string, string | boolean> = {};
  for (const field of textFields) {
    const value = search[field];
    if (typeof value === 'string' || typeof value === 'number') filter[field] = String(value);
  }
  for (const field of yesNoFields) {
    const value = String(search[field]);
    if (value === 'true' || value === 'false') filter[field] = value === 'true';
  }
  return filter;
}

export const filterOf = (search: BoardSearch): BoardFilter => readFilter(search);

export const isFiltered = (search: BoardSearch): boolean => Object.keys(filterOf(search)).length > 0;

/** These speak of the past as well; everything else means what still waits. */
const beyondWaiting: readonly FilterField[] = [
  ...(['tile', 'status', 'referral', 'reached', 'declined', 'sentFrom', 'sentTo', 'issuedFrom', 'issuedTo'] as const),
];

export type Asked = Readonly<Record<string, string>>;

const asText = (filter: BoardFilter): Record<string, string> =>
  Object.fromEntries(Object.entries(filter).map(([field, value]) => [field, String(value)]));

/**
 * What the server is asked for. Without any filter: what waits and is not put off until later. With filters: exactly those, so that a number
 * somewhere else leads to the rows that it counted.
 */
export function listQuery(search: BoardSearch, text: string): Asked {
  const filter = asText(filterOf(search));
  const speaksOfWaiting = !beyondWaiting.some((field) => field in filter);
  return {
    ...filter,
    ...(speaksOfWaiting ? { status: 'waiting' } : {}),
    ...(isFiltered(search) || text ? {} : { chase: 'awake' }),
    ...(search.scope ? { scope: search.scope } : {}),
    ...(search.sort ? { sort: search.sort } : {}),
    ...(text ? { query: text } : {}),
  };
}

/** The numbers on the tiles are narrowed by everything but the tile itself. */
export function countsQuery(search: BoardSearch): Asked {
  const { tile: _tile, status: _status, chase: _chase, ...filter } = asText(filterOf(search));
  return { ...filter, ...(search.scope ? { scope: search.scope } : {}) };
}

/** Another filter beside those that are set; the first one keeps away what was put off, as the unfiltered list does. */
export function withFilter(search: BoardSearch, more: BoardFilter): BoardSearch {
  return { ...(isFiltered(search) || more.chase ? {} : { chase: 'awake' }), ...search, ...more };
}

export function withoutFilter(search: BoardSearch, field: FilterField): BoardSearch {
  const { [field]: _gone, ...rest } = search;
  const left = filterOf(rest);
  // Alone it says what the unfiltered list says anyway.
  return Object.keys(left).length === 1 && left.chase === 'awake' ? reset(search) : (rest as BoardSearch);
}

/** Whose and how sorted stays; what it was narrowed to goes. */
export const reset = ({ scope, sort }: BoardSearch): BoardSearch => ({
  ...(scope ? { scope } : {}),
  ...(sort ? { sort } : {}),
});

/** As a saved view keeps it. */
export const savedFilter = (search: BoardSearch): Record<string, string> => ({
  ...asText(filterOf(search)),
  ...(search.scope ? { scope: search.scope } : {}),
  ...(search.sort ? { sort: search.sort } : {}),
});

export const isSameView = (search: BoardSearch, filter: Record<string, string>): boolean => {
  const mine = savedFilter(search);
  const fields = new Set([...Object.keys(mine), ...Object.keys(filter)]);
  return [...fields].every((field) => mine[field] === filter[field]);
};
