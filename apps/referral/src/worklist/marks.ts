import { type BlockHandoff, DomainError, type LabelHandoff, mostLabels, type SnoozeHandoff } from '#contracts';
import type { ListColumns } from '../handoff/list-columns.js';

/** What a coordinator sets on a row of the list. Nothing of it leaves the house, so all of it can be taken back. */
export type Mark =
  | { action: 'assign-owner'; owner?: string | null | undefined; pool?: string | null | undefined }
  | ({ action: 'snooze' } & SnoozeHandoff)
  | ({ action: 'block' } & BlockHandoff)
  | { action: 'unblock' }
  | ({ action: 'label' } & LabelHandoff);

export type Marked = Pick<ListColumns, 'pool' | 'labels' | 'chaseOn' | 'chaseReason' | 'asleep' | 'blocker'> & {
  owner: string | null;
};

export interface Markable extends Marked {
  status: string;
  awaitingAuthorization: boolean;
  awaitingConsent: boolean;
}

export interface MarkMoment {
  now: Date;
  /** The clinic's day, `YYYY-MM-DD`. */
  today: string;
  by: string;
}

/** Columns that change, and the line of the row's story; null when it says what is so already. */
export type Marking = { changed: Partial<Marked>; text: string } | null;

const longestChaseDays = 366;

/** What the mark does to this row, or the refusal that says why not. */
export function marking(row: Markable, mark: Mark, at: MarkMoment): Marking {
  if (mark.action === 'assign-owner') return owning(row, mark);
  refuseEnded(row);
  switch (mark.action) {
    case 'snooze':
      return snoozing(row, mark, at);
    case 'block':
      return blocking(row, mark, at);
    case 'unblock':
      return unblocking(row);
    case 'label':
      return labelling(row, mark);
  }
}

function refuseEnded({ status }: Markable): void {
  if (status === 'open' || status === 'unassigned') return;
  const state = { state: status, allowed: [] };
  throw new DomainError('illegal-transition', `A handoff that is ${status} waits for nothing.`, [], state);
}

function owning(row: Markable, { owner, pool }: Extract<Mark, { action: 'assign-owner' }>): Marking {
  const lines: string[] = [];
  const changed: Partial<Marked> = {};
  if (owner !== undefined && owner !== row.owner) {
    changed.owner = owner;
    lines.push(owner === null ? `No longer with ${row.owner ?? 'anybody'}.` : `Looked after by ${owner}.`);
  }
  if (pool !== undefined && pool !== row.pool) {
    changed.pool = pool;
    lines.push(pool === null ? `Taken out of ${row.pool ?? 'any pool'}.` : `Put into ${pool}.`);
  }
  return lines.length === 0 ? null : { changed, text: lines.join(' ') };
}

function checkDay(path: string, day: string, { today }: MarkMoment): void {
  const days = (Date.parse(day) - Date.parse(today)) / 86_400_000;
  if (days > 0 && days <= longestChaseDays) return;
  const message = days > 0 ? 'within a year' : `a day after today (${today})`;
  throw new DomainError('invalid-input', 'This day cannot be a chase date.', [{ path, message }]);
}

function snoozing(row: Markable, mark: Extract<Mark, { action: 'snooze' }>, at: MarkMoment): Marking {
  const { until } = mark;
  const reason = mark.reason ?? null;
  if (until === null) {
    if (row.chaseOn === null) return null;
    return { changed: { chaseOn: null, chaseReason: null, asleep: false }, text: 'No chase date any more.' };
  }
  checkDay('until', until, at);
  if (row.chaseOn === until && row.chaseReason === reason && row.asleep) return null;
  const text = `Comes back on ${until}${reason === null ? '.' : `: ${reason}`}`;
  return { changed: { chaseOn: until, chaseReason: reason, asleep: true }, text };
}

function blocking(row: Markable, mark: Extract<Mark, { action: 'block' }>, at: MarkMoment): Marking {
  const { kind, chaseOn } = mark;
  const [note, whoCanUnblock] = [mark.note ?? null, mark.whoCanUnblock ?? null];
  if (chaseOn !== undefined) checkDay('chaseOn', chaseOn, at);
  const { blocker } = row;
  const isSame = blocker?.kind === kind && blocker.note === note && blocker.whoCanUnblock === whoCanUnblock;
  if (isSame && (chaseOn === undefined || chaseOn === row.chaseOn)) return null;
  const who = whoCanUnblock === null ? '' : ` ${whoCanUnblock} can unblock it.`;
  const text = `Blocked (${kind.replaceAll('-', ' ')})${note === null ? '.' : `: ${note}`}${who}`;
  const chased = chaseOn === undefined ? {} : { chaseOn, chaseReason: note, asleep: true };
  const set = { kind, note, whoCanUnblock, by: at.by, at: at.now.toISOString() };
  return { changed: { blocker: set, ...chased }, text };
}

function unblocking(row: Markable): Marking {
  if (row.blocker !== null) return { changed: { blocker: null }, text: 'Not blocked any more.' };
  if (!row.awaitingAuthorization && !row.awaitingConsent) return null;
  const whom = row.awaitingAuthorization ? 'payer' : 'patient';
  const says = `It waits for the ${whom}: this ends by itself as soon as the answer is recorded.`;
  throw new DomainError('illegal-transition', says, [], { state: 'blocked', allowed: [] });
}

function labelling(row: Markable, { add, remove }: Extract<Mark, { action: 'label' }>): Marking {
  const labels = [...new Set([...row.labels.filter((one) => !remove.includes(one)), ...add])];
  if (labels.length > mostLabels) {
    const message = `at most ${mostLabels} on one handoff`;
    throw new DomainError('invalid-input', 'Too many labels.', [{ path: 'add', message }]);
  }
  const isSame = labels.length === row.labels.length && labels.every((one) => row.labels.includes(one));
  if (isSame) return null;
  return { changed: { labels }, text: labels.length === 0 ? 'No labels.' : `Labels: ${labels.join(', ')}.` };
}

/** What of the row the mark may change, as it is before: what taking it back restores. */
const columnsOf: Readonly<Record<Mark['action'], readonly (keyof Marked)[]>> = {
  'assign-owner': ['owner', 'pool'],
  snooze: ['chaseOn', 'chaseReason', 'asleep'],
  block: ['blocker', 'chaseOn', 'chaseReason', 'asleep'],
  unblock: ['blocker'],
  label: ['labels'],
};

export const marksBefore = (row: Markable, action: Mark['action']): Partial<Marked> =>
  Object.fromEntries(columnsOf[action].map((column) => [column, row[column]]));
