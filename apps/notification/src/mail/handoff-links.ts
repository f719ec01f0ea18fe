import type { Transaction } from '#platform';

/** What a mail is about. */
export interface LinkedHandoff {
  deliveryId: string;
  /** Null for the notice of a release. */
  handoffId: string | null;
  partnerId: string;
}

/**
 * Where a mail leads. Asked once for each attempt, in the transaction that takes the message in hand, so that a link that is made for it is
 * kept if and only if the attempt is made.
 */
export abstract class HandoffLinks {
  abstract urlFor(tx: Transaction, handoff: LinkedHandoff): Promise<string>;
}
