import type { EntityManager } from 'typeorm';

/**
 * True the first time this consumer meets this event, in the handler's own transaction: effect and memory commit together, so a
 * redelivered event changes nothing.
 */
export async function once(tx: EntityManager, consumer: string, eventId: string): Promise<boolean> {
  const inserted = await tx.query<unknown[]>(
    `insert into inbox (consumer, event_id) values ($1, $2) on conflict do nothing returning event_id`,
    [consumer, eventId],
  );
  return inserted.length > 0;
}

/** One message of a key at a time, whoever handles it: the consumer, or an operator's replay. Held until the transaction ends. */
export async function lockKey(tx: EntityManager, consumer: string, key: string): Promise<void> {
  await tx.query(`select pg_advisory_xact_lock(hashtextextended($1, 1))`, [`${consumer} ${key}`]);
}
