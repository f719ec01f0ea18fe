import type { PlanChange, PlanDocument } from '#contracts';

/**
 * A comparison with nothing is silent about what has ended. One thing outlasts its end: that a review found the cause in the urinary
 * tract. Whoever comes to the plan after it, or is still being looked for, is asked about it all the same.
 */
export const lastingFindings = (before: PlanDocument, after: PlanDocument): PlanChange[] =>
  after.redFlags
    .filter(({ id, status, urological }) => status === 'cleared' && urological && !before.redFlags.some(isItem(id)))
    .map((flag) => ({
      type: 'red-flag.cleared',
      path: 'redFlags',
      itemId: flag.id,
      before: null,
      after: flag,
      fromNothing: true,
      qualifiers: { kind: flag.kind, side: flag.side, onset: flag.onset },
      text: 'Red flag cleared: the cause is in the urinary tract',
    }));

const isItem =
  (id: string) =>
  (item: { id: string }): boolean =>
    item.id === id;
