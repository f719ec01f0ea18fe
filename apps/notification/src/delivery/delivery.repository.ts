import { Injectable } from '@nestjs/common';
import { In, IsNull, MoreThanOrEqual, Not, type FindOptionsWhere } from 'typeorm';
import type { Transaction } from '#platform';
import { DeliveryRow } from './delivery.entity.js';
import { statesBefore } from './delivery.states.js';

export type StoredDelivery = Readonly<DeliveryRow>;
export type NewDelivery = Omit<StoredDelivery, 'number'>;
export type DeliveryChange = Partial<Omit<StoredDelivery, 'id' | 'number'>>;

export interface Attempt {
  at: Date;
  outcome: string;
  status?: number | null;
  durationMs?: number | null;
  error?: string | null;
  nextAt?: Date | null;
}

@Injectable()
export class DeliveryRepository {
  /** False when there is a delivery of this kind over this channel already. */
  async add(tx: Transaction, delivery: NewDelivery): Promise<boolean> {
    const { raw } = await tx
      .createQueryBuilder()
      .insert()
      .into(DeliveryRow)
      .values(delivery as object)
      .orIgnore()
      .returning('id')
      .execute();
    return (raw as unknown[]).length === 1;
  }

  async lock(tx: Transaction, id: string): Promise<StoredDelivery | null> {
    return tx.findOne(DeliveryRow, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  async byIds(tx: Transaction, rows: readonly { id: string }[]): Promise<StoredDelivery[]> {
    if (rows.length === 0) return [];
    return tx.find(DeliveryRow, { where: { id: In(rows.map(({ id }) => id)) }, order: { number: 'asc' } });
  }

  async endpointOf(tx: Transaction, id: string): Promise<string | null> {
    return (await tx.findOneBy(DeliveryRow, { id }))?.endpointId ?? null;
  }

  /** Those of one handoff, locked: whether it was sent must not change while we decide what follows from it. */
  async lockOfHandoff(tx: Transaction, handoffId: string): Promise<StoredDelivery[]> {
    return this.lockWhere(tx, { handoffId, kind: 'handoff' });
  }

  /** The same message over all its channels. */
  async ofMessage(tx: Transaction, message: StoredDelivery): Promise<StoredDelivery[]> {
    const { handoffId, releaseId, noticeId, kind } = message;
    if (noticeId !== null) return tx.findBy(DeliveryRow, { noticeId });
    if (releaseId !== null) return tx.findBy(DeliveryRow, { releaseId });
    return handoffId === null ? [] : tx.findBy(DeliveryRow, { handoffId, kind });
  }

  /** What is still to be said about a handoff, or about a referral, in order. */
  async lockNotices(tx: Transaction, about: { handoffId: string } | { referralId: string }): Promise<StoredDelivery[]> {
    const ofOne = 'referralId' in about ? about : { ...about, referralId: IsNull() };
    return this.lockWhere(tx, { ...ofOne, noticeId: Not(IsNull()), state: In(statesBefore('cancel')) });
  }

  /** Nobody waits for an answer to it any more: no reminder of it is sent. */
  async end(tx: Transaction, handoffId: string, endedAs: NonNullable<StoredDelivery['endedAs']>): Promise<void> {
    await tx.update(DeliveryRow, { handoffId, kind: 'handoff' }, { endedAs });
  }

  /** The newest handoff that somebody holds or held, over any channel; null: none was ever sent. */
  async newestOfMember(tx: Transaction, memberId: string): Promise<StoredDelivery | null> {
    return tx.findOne(DeliveryRow, { where: { memberId, kind: 'handoff' }, order: { number: 'desc' } });
  }

  /** What is said of a referral leads to the handoff that took the old one's place. */
  async follow(tx: Transaction, handoffId: string, nextHandoffId: string): Promise<void> {
    const waiting = { handoffId, referralId: Not(IsNull()), state: In(statesBefore('claim')) };
    await tx.update(DeliveryRow, waiting, { handoffId: nextHandoffId });
  }

  /** What is not settled yet, under a consent. */
  async lockOfConsent(tx: Transaction, consentId: string): Promise<StoredDelivery[]> {
    return this.lockWhere(tx, { consentId, state: In(statesBefore('cancel')) });
  }

  /** In order. The caller holds the endpoint's lock. */
  async lockWaiting(tx: Transaction, endpointId: string): Promise<StoredDelivery[]> {
    return this.lockWhere(tx, { endpointId, state: In(['queued', 'retrying']) });
  }

  async lockFailed(tx: Transaction, endpointId: string): Promise<StoredDelivery[]> {
    return this.lockWhere(tx, { endpointId, state: 'failed' });
  }

  async lockUndelivered(tx: Transaction, endpointId: string, since: Date): Promise<StoredDelivery[]> {
    return this.lockWhere(tx, { endpointId, state: In(['failed', 'retrying']), createdAt: MoreThanOrEqual(since) });
  }

  async change(tx: Transaction, id: string, changed: DeliveryChange): Promise<void> {
    await tx.update(DeliveryRow, { id }, changed as object);
  }

  /** The next number of a partner; in the order in which transactions commit, because they wait for one another here. */
  async nextSequence(tx: Transaction, partnerId: string): Promise<string> {
    const [row] = await tx.query<{ last: string }[]>(
      `insert into partner_sequence as counted (partner_id, last) values ($1, 1)
       on conflict (partner_id) do update set last = counted.last + 1 returning last`,
      [partnerId],
    );
    if (row === undefined) throw new Error(`${partnerId} has no next number`);
    return row.last;
  }

  async addAttempt(tx: Transaction, deliveryId: string, attempt: Attempt): Promise<void> {
    await tx.query(
      `insert into delivery_attempt (delivery_id, number, at, outcome, status, duration_ms, error, next_at)
       select $1, coalesce(max(number), 0) + 1, $2, $3, $4, $5, $6, $7 from delivery_attempt where delivery_id = $1`,
      [
        deliveryId,
        attempt.at,
        attempt.outcome,
        attempt.status ?? null,
        attempt.durationMs ?? null,
        attempt.error ?? null,
        attempt.nextAt ?? null,
      ],
    );
  }

  /** An endpoint that came later takes over what failed for want of one. */
  async adopt(tx: Transaction, at: { partnerId: string; channel: string; endpointId: string }): Promise<void> {
    await tx.query(
      `update delivery set endpoint_id = $3
        where partner_id = $1 and channel = $2 and endpoint_id is null and state = 'failed'`,
      [at.partnerId, at.channel, at.endpointId],
    );
  }

  /** What waits for its next try is tried now: something that matters more stands behind it. */
  async hurryEarlier(tx: Transaction, behind: { endpointId: string; patientId: string; now: Date }): Promise<void> {
    await tx.query(
      `update delivery set next_at = $3
        where endpoint_id = $1 and patient_id = $2 and state = 'retrying' and next_at > $3`,
      [behind.endpointId, behind.patientId, behind.now],
    );
  }

  private lockWhere(tx: Transaction, where: FindOptionsWhere<DeliveryRow>): Promise<StoredDelivery[]> {
    return tx.find(DeliveryRow, { where, order: { number: 'asc' }, lock: { mode: 'pessimistic_write' } });
  }
}
