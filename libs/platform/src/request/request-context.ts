import { AsyncLocalStorage } from 'node:async_hooks';
import type { EntityManager } from 'typeorm';
import type { AuditDraft } from '../audit/audit-draft.js';
import type { User } from '../auth/user.js';

/** What the work at hand is done for. Events and timers have none: they are the service's own. */
export interface RequestContext {
  /** The organization whose rows alone may be touched; null: the clinic, or the service itself. */
  partnerId: string | null;
  /** What the audit will say; null when it is not to say anything (any more). */
  audit: AuditDraft | null;
}

const current = new AsyncLocalStorage<RequestContext>();

export const currentRequest = (): RequestContext | undefined => current.getStore();

export const withRequest = <T>(context: RequestContext, work: () => T): T => current.run(context, work);

/** The partner that the database is told of; empty for the service itself. */
export const currentPartner = (): string => current.getStore()?.partnerId ?? '';

/**
 * A part of a partner's request that is the service's own doing, such as asking somebody else after a partner declined: there the
 * rows of all partners can be touched. Keep it small, and after what the partner itself may do was decided.
 */
export async function asService<T>(tx: EntityManager, work: () => Promise<T>): Promise<T> {
  const context = current.getStore();
  if (context === undefined || context.partnerId === null) return work();
  const { partnerId } = context;
  await setPartner(tx, '');
  let result: T;
  try {
    result = await withRequest({ ...context, partnerId: null }, work);
  } catch (error) {
    // In a transaction that is broken nothing can be set, and nothing can be read any more either.
    await setPartner(tx, partnerId).catch(() => undefined);
    throw error;
  }
  await setPartner(tx, partnerId);
  return result;
}

/** Until the end of the transaction. */
const setPartner = async (tx: EntityManager, partnerId: string): Promise<void> => {
  await tx.query(`select set_config('app.partner', $1, true)`, [partnerId]);
};

/** On a public route whose caller proved in another way who it is (a one-time link): the audit then names it. */
export const auditedAs = (user: User): void => current.getStore()?.audit?.askedBy(user);

/** Whoever broke the glass said why, and the audit of the request at hand says it too. */
export function auditedForReason(reason: string, breakGlassId: string): void {
  const draft = current.getStore()?.audit;
  if (draft) Object.assign(draft, { reason, breakGlassId });
}
