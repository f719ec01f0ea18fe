import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { z } from 'zod';
import {
  businessCalendar,
  type FieldError,
  type Partner,
  partnerCapacity,
  type PartnerImport,
  partnerId,
  partnerRole,
} from '#contracts';

/** The columns of the directory as a table: of the entry, what fits one line. People, absences and preferences stay as they are. */
export const csvColumns = [
  ...['partnerId', 'kind', 'name', 'roles', 'active', 'phone', 'capacity', 'waitWeeks'],
  ...['timeZone', 'workDays', 'opens', 'closes', 'closedDates'],
] as const;

export type CsvEntry = Pick<Partner, 'partnerId' | 'kind' | 'name' | 'roles' | 'active' | 'calendar' | 'capacity'> & {
  phone: string | null;
};

const listed = (text: string): string[] =>
  text
    .split(';')
    .map((one) => one.trim())
    .filter(Boolean);

/** Each column with how it is read. */
const columns = {
  partnerId,
  kind: z.enum(['clinic', 'partner']),
  name: z.string().min(1).max(120),
  roles: z.string().transform(listed).pipe(z.array(partnerRole)),
  active: z.enum(['yes', 'no']).transform((word) => word === 'yes'),
  phone: z
    .string()
    .max(40)
    .transform((text) => text || null),
  capacity: z.union([partnerCapacity.shape.state, z.literal('').transform(() => null)]),
  waitWeeks: z
    .string()
    .regex(/^\d{0,3}$/, 'a number of weeks, or nothing')
    .transform((text) => (text === '' ? null : Number(text)))
    .pipe(partnerCapacity.shape.waitWeeks),
  timeZone: businessCalendar.shape.timeZone,
  workDays: z
    .string()
    .transform((text) => listed(text).map(Number))
    .pipe(z.array(z.number().int('1 (Monday) to 7').min(1).max(7)).min(1)),
  opens: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'HH:MM'),
  closes: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'HH:MM'),
  closedDates: z.string().transform(listed).pipe(z.array(z.iso.date())),
} satisfies Record<(typeof csvColumns)[number], z.ZodType>;

/** Cells that a spreadsheet would take for a formula begin with an apostrophe; reading takes it away again. */
export const writeCsv = (partners: readonly Partner[]): string =>
  stringify([[...csvColumns], ...partners.map(cellsOfEntry)], { escape_formulas: true });

type InTable = Omit<CsvEntry, 'phone'> & Pick<Partner, 'phone'>;

const cellsOfEntry = ({ calendar, capacity, ...partner }: InTable): string[] => [
  ...[partner.partnerId, partner.kind, partner.name, partner.roles.join(';'), partner.active ? 'yes' : 'no'],
  ...[partner.phone ?? '', capacity?.state ?? '', capacity?.waitWeeks?.toString() ?? ''],
  ...[calendar.timeZone, calendar.workDays.join(';'), calendar.opens, calendar.closes],
  calendar.closedDates.join(';'),
];

/** Where the table says something else than the directory. An empty cell of the capacity says nothing about what is known. */
export function changedCells(before: Partner, entry: CsvEntry): PartnerImport['changes'] {
  const was = cellsOfEntry(before);
  const capacity = entry.capacity ?? before.capacity;
  const told = cellsOfEntry({ ...entry, ...(capacity ? { capacity } : {}) });
  return csvColumns.flatMap((column, at) =>
    was[at] === told[at] ? [] : { partnerId: before.partnerId, column, before: was[at] ?? '', after: told[at] ?? '' },
  );
}

const withoutApostrophe = (cell: string): string => (/^'[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell);

/** Every fault at once, each naming its row (as a spreadsheet counts: the first one is the heading) and its column. */
export function readCsv(text: string): { entries: CsvEntry[]; errors: FieldError[] } {
  const table = cellsOf(text);
  if ('errors' in table) return { entries: [], errors: table.errors };
  const [heading = [], ...rows] = table.cells;
  const missing = csvColumns.filter((column) => !heading.includes(column));
  const unknown = heading.filter((column) => !(csvColumns as readonly string[]).includes(column));
  const errors: FieldError[] = [
    ...missing.map((column) => ({ path: `row 1, ${column}`, message: 'this column is missing' })),
    ...unknown.map((column) => ({ path: `row 1, ${column}`, message: 'there is no such column' })),
  ];
  if (errors.length > 0) return { entries: [], errors };
  const seen = new Map<string, number>();
  const entries: CsvEntry[] = [];
  for (const [at, cells] of rows.entries()) {
    const read = readRow(heading, cells, at + 2);
    errors.push(...read.errors);
    if (read.entry === null) continue;
    const before = seen.get(read.entry.partnerId);
    if (before !== undefined)
      errors.push({ path: `row ${at + 2}, partnerId`, message: `stands in row ${before} already` });
    seen.set(read.entry.partnerId, at + 2);
    entries.push(read.entry);
  }
  return { entries, errors };
}

function cellsOf(text: string): { cells: string[][] } | { errors: FieldError[] } {
  try {
    return { cells: parse(text, { bom: true, skip_empty_lines: true, relax_column_count: true, trim: true }) };
  } catch (error) {
    const { lines = 1 } = error as { lines?: number };
    return { errors: [{ path: `row ${lines}`, message: 'is no row of a CSV table: look at its quotation marks' }] };
  }
}

function readRow(
  heading: readonly string[],
  cells: readonly string[],
  row: number,
): { entry: CsvEntry | null; errors: FieldError[] } {
  if (cells.length !== heading.length) {
    const message = `has ${cells.length} cells, the heading has ${heading.length}`;
    return { entry: null, errors: [{ path: `row ${row}`, message }] };
  }
  const given = Object.fromEntries(heading.map((column, at) => [column, withoutApostrophe(cells[at] ?? '')]));
  const parsed = z.object(columns).safeParse(given);
  if (!parsed.success) {
    const errors = parsed.error.issues.map(({ path: [column], message }) => ({
      path: `row ${row}, ${String(column)}`,
      message,
    }));
    return { entry: null, errors };
  }
  const { timeZone, workDays, opens, closes, closedDates, capacity, waitWeeks, ...rest } = parsed.data;
  if (opens >= closes) {
    return { entry: null, errors: [{ path: `row ${row}, closes`, message: 'must be later than `opens`' }] };
  }
  const calendar = { timeZone, workDays, opens, closes, closedDates };
  return {
    entry: { ...rest, calendar, ...(capacity ? { capacity: { state: capacity, waitWeeks } } : {}) },
    errors: [],
  };
}
