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

export async function isDone(tx: EntityManager, consumer: string, eventId: string): Promise<boolean> {
  const found = await tx.query<unknown[]>(`select 1 from inbox where consumer = $1 and event_id = $2`, [
    consumer,
    eventId,
  ]);
  return found.length > 0;
}

export interface Gate {
  isKeyParked: boolean;
  isFirstTime: boolean;
}

/**
 * Takes the key's lock as `lockKey` does, then `once` for each event; when an earlier message of the key is parked nothing is
 * remembered. All of it in one round trip; answers in the order of the events.
 */
export function enter(
  tx: EntityManager,
  consumer: string,
  { key, eventIds }: { key: string; eventIds: readonly string[] },
): Promise<Gate[]> {
  return tx.query<Gate[]>(
    `select is_key_parked as "isKeyParked", is_first_time as "isFirstTime"
     from unnest($3::uuid[]) with ordinality as event (id, place), enter_event($1, $2, event.id) order by place`,
    [consumer, key, eventIds],
  );
}

/** One message of a key at a time, whoever handles it: the consumer, or an operator's replay. Held until the transaction ends. */
export async function lockKey(tx: EntityManager, consumer: string, key: string): Promise<void> {
  await tx.query(`select pg_advisory_xact_lock(hashtextextended($1, 1))`, [`${consumer} ${key}`]);
}
