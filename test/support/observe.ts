/** What was told, as rows that can be compared with a case's table. */
import type { HandoffSummary, WorkItem } from '#contracts';
import type { CaseDates, Told } from '../cases/case.ts';
import type { Observed } from '../cases/story.ts';

const urgencies = ['routine', 'urgent', 'same-day', 'emergency'];

export const handoffRow = ({ role, partnerId, ruleIds, urgency, dueAt, headline }: HandoffSummary): Observed => ({
  to: role,
  partner: partnerId,
  rules: [...new Set(ruleIds)].sort(),
  urgency,
  dueAt,
  reasons: [headline],
});

/** One row for each desk: its most urgent ask and its first due. */
export function workRows(items: readonly WorkItem[]): Observed[] {
  return [...Map.groupBy(items, ({ desk }) => desk)].map(([desk, ofDesk]) => {
    const asks = ofDesk.map(({ ask }) => ask);
    return {
      to: desk,
      partner: null,
      rules: [...new Set(asks.map(({ ruleId }) => ruleId))].sort(),
      urgency: asks
        .map(({ urgency }) => urgency)
        .reduce((a, b) => (urgencies.indexOf(a) >= urgencies.indexOf(b) ? a : b)),
      dueAt: asks.map(({ dueAt }) => dueAt).reduce((a, b) => (Date.parse(a) <= Date.parse(b) ? a : b)),
      reasons: asks.map(({ reason }) => reason),
    };
  });
}

interface Line {
  to: string;
  partner: string | null;
  rules: readonly string[];
  urgency: string;
}

/** Dues that count from the moment of publishing carry its seconds, which no table knows. */
const toMinute = (due: number): string => new Date(Math.floor(due / 60_000) * 60_000).toISOString();

const line = (row: Line, due: number): string =>
  `${row.to}${row.partner ? ` (${row.partner})` : ''}: ${[...row.rules].sort().join(' ')}, ${row.urgency}, due ${toMinute(due)}`;

export function rowsOf(
  observed: readonly Observed[],
  expected: readonly Told[],
  at: CaseDates,
): { missing: string[]; surplus: string[] } {
  const got = new Set(observed.map((row) => line(row, Date.parse(row.dueAt))));
  const wanted = new Set(expected.map((row) => line(row, Date.parse(at.instant(row.due.day, row.due.time)))));
  return {
    missing: [...wanted].filter((one) => !got.has(one)),
    surplus: [...got].filter((one) => !wanted.has(one)),
  };
}
