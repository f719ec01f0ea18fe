import type { Triage } from '#clinical';
import type { PublishedVersion, TriageAnswer } from '#contracts';
import type { User } from '#platform';

const rulesOf = (asks: readonly { ruleId: string }[]): string[] => [...new Set(asks.map(({ ruleId }) => ruleId))];

/** A partner reads how fast and what to hold, and nothing that its report met with in the plan: neither why, nor who else is told. */
export function answerFor(user: User, outcome: Triage, published: PublishedVersion | null): TriageAnswer {
  const { urgency, alreadyKnown } = outcome;
  const told = [
    ...(published?.impacts ?? []),
    ...(published?.desks ?? []).map((impact) => ({ ...impact, role: impact.desk, partnerId: null })),
  ].map(({ role, partnerId, asks, urgency: haste, dueAt }) => ({
    role,
    partnerId,
    ruleIds: rulesOf(asks),
    urgency: haste,
    dueAt,
  }));
  const common = { urgency, version: published?.version ?? null, alreadyKnown };
  if (user.role === 'partner') {
    const own = told.filter(({ partnerId }) => partnerId !== null && partnerId === user.partnerId);
    // Whether such an alarm was there before is not for a partner to find out by asking.
    const hidden = outcome.kinds.includes('self-harm') ? { version: null, alreadyKnown: false, told: [] } : {};
    return { ...common, actions: outcome.neutralActions, flagIds: [], told: own, ...hidden };
  }
  return { ...common, actions: outcome.actions, flagIds: outcome.flags.map(({ id }) => id), told };
}
