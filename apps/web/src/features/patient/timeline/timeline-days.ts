import type { TimelineEntry } from '#contracts';
import { clinicZone } from '../../../ui/moments.js';

export const timelineKinds = [
  'plan',
  'handoff',
  'referral',
  'visit',
  'report',
  'message',
  'authorization',
  'work',
] as const;
export type TimelineKind = (typeof timelineKinds)[number];

const kinds: readonly (readonly [RegExp, TimelineKind])[] = [
  [/^authorization\./, 'authorization'],
  [/^(delivery\.|handoff\.(reminded|opened|contested|contest-answered))/, 'message'],
  [/^(handoff|care-team)\./, 'handoff'],
  [/^referral\./, 'referral'],
  [/^(therapy\.(progress|discharge|episode-discharged)|patient\.history-packet|target\.measur)/, 'report'],
  [/^(appointment|therapy|behavioral-health)\./, 'visit'],
  [/^work-item\./, 'work'],
];

export const kindOf = ({ type }: Pick<TimelineEntry, 'type'>): TimelineKind =>
  kinds.find(([pattern]) => pattern.test(type))?.[1] ?? 'plan';

export type Noise = 'delivery' | 'reminder' | 'desk';

/** What comes in numbers and is seldom what somebody looks for. Failures are never among it. */
export function noiseOf({ type }: Pick<TimelineEntry, 'type'>): Noise | null {
  if (type === 'delivery.delivered' || type === 'delivery.opened') return 'delivery';
  if (type === 'handoff.reminded') return 'reminder';
  return type === 'work-item.opened' || type === 'work-item.closed' ? 'desk' : null;
}

/** Entries of one noise that lie beside each other; everything else stands alone. */
export interface Group {
  key: string;
  noise: Noise | null;
  entries: TimelineEntry[];
}

export interface Day {
  date: string;
  groups: Group[];
}

const dateOf = (at: string): string => new Date(at).toLocaleDateString('en-CA', { timeZone: clinicZone });

/** Newest first, by day at the clinic. Noise of one kind within a day is gathered where it first stands, so that news is not torn apart. */
export function daysOf(entries: readonly TimelineEntry[]): Day[] {
  const days = [...Map.groupBy(entries, ({ at }) => dateOf(at))];
  return days.map(([date, ofDay]) => {
    const groups: Group[] = [];
    for (const entry of ofDay) {
      const noise = noiseOf(entry);
      const same = noise && groups.find((group) => group.noise === noise);
      if (same) same.entries.push(entry);
      else groups.push({ key: entry.id, noise, entries: [entry] });
    }
    return { date, groups };
  });
}
