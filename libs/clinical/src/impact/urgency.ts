import { urgencies, type Urgency } from '#contracts';

/** Higher is more urgent. */
export const rank = (urgency: Urgency): number => urgencies.indexOf(urgency);

export const moreUrgent = (a: Urgency, b: Urgency): Urgency => (rank(a) >= rank(b) ? a : b);
