/** What a plan still waits for, as the clinic sees it. */
import type { CaseDates } from './case.ts';
import type { Story } from './story.ts';

interface PlanTimer {
  key: string;
  dueAt: string;
  state: 'pending' | 'fired' | 'cancelled';
}

/** The plan's follow-ups in a state, as `kind 2027-06-01`, in order of their moments. */
export async function followUps(story: Story, state: PlanTimer['state'], ...kinds: string[]): Promise<string[]> {
  const path = `/api/timers/pain-plan?plan=${story.planId}`;
  const { items } = await story.api.get<{ items: PlanTimer[] }>(path, 'coordinator');
  return (
    items
      // The key names the plan, then what it is that comes.
      .map(({ key, dueAt, state: now }) => ({ kind: key.split(':')[1] ?? key, dueAt, state: now }))
      .filter((timer) => timer.state === state && (kinds.length === 0 || kinds.includes(timer.kind)))
      .map(({ kind, dueAt }) => `${kind} ${dueAt.slice(0, 10)}`)
  );
}

/** Kinds of what waits in the service of handoffs and desks, each once. */
export async function clocks(story: Story): Promise<string[]> {
  const path = `/api/timers/referral?plan=${story.planId}`;
  const { items } = await story.api.get<{ items: (PlanTimer & { kind: string })[] }>(path, 'coordinator');
  return [...new Set(items.filter(({ state }) => state === 'pending').map(({ kind }) => kind))].sort();
}

export const on = (at: CaseDates, kind: string, day: number): string => `${kind} ${at.date(day)}`;
