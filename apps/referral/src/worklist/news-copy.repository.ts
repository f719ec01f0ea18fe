import type { Transaction } from '#platform';
import { Injectable } from '@nestjs/common';

export type AuthorizationState = 'waiting' | 'approved' | 'denied' | 'withdrawn';

/** Copies of what holds handoffs up elsewhere: the payer's permission, a consent, the packet of the first visit. */
@Injectable()
export class NewsCopyRepository {
  async saveAuthorization(
    tx: Transaction,
    news: { authorizationId: string; planId: string; itemId: string; state: AuthorizationState; at: Date },
  ): Promise<void> {
    await tx.query(
      `insert into authorization_copy as known (authorization_id, plan_id, item_id, state, changed_at) values ($1, $2, $3, $4, $5)
       on conflict (authorization_id) do update set state = excluded.state, changed_at = excluded.changed_at
       where known.changed_at <= excluded.changed_at`,
      [news.authorizationId, news.planId, news.itemId, news.state, news.at],
    );
  }

  /** What the payer said about the items of a plan: the last word of each. */
  async authorizations(tx: Transaction, planId: string): Promise<Map<string, AuthorizationState>> {
    const rows = await tx.query<{ item_id: string; state: AuthorizationState }[]>(
      `select item_id, state from authorization_copy where plan_id = $1 order by changed_at`,
      [planId],
    );
    return new Map(rows.map(({ item_id: itemId, state }) => [itemId, state]));
  }

  async saveConsent(
    tx: Transaction,
    news: { consentId: string; patientId: string; recipient: string; state: string; at: Date },
  ): Promise<void> {
    await tx.query(
      `insert into consent_copy as known (consent_id, patient_id, recipient, state, changed_at) values ($1, $2, $3, $4, $5)
       on conflict (consent_id) do update set state = excluded.state, changed_at = excluded.changed_at
       where known.changed_at <= excluded.changed_at`,
      [news.consentId, news.patientId, news.recipient, news.state, news.at],
    );
  }

  /** A release to this organization was allowed once and is not any more. */
  async isConsentMissing(tx: Transaction, patientId: string, recipient: string): Promise<boolean> {
    const [row] = await tx.query<{ known: boolean; granted: boolean }[]>(
      `select count(*) > 0 as known, coalesce(bool_or(state = 'granted'), false) as granted
         from consent_copy where patient_id = $1 and recipient = $2`,
      [patientId, recipient],
    );
    return row !== undefined && row.known && !row.granted;
  }

  async savePacket(tx: Transaction, news: { patientId: string; missing: readonly string[]; at: Date }): Promise<void> {
    await tx.query(
      `insert into history_packet_copy as known (patient_id, missing, recorded_at) values ($1, $2, $3)
       on conflict (patient_id) do update set missing = excluded.missing, recorded_at = excluded.recorded_at
       where known.recorded_at <= excluded.recorded_at`,
      [news.patientId, JSON.stringify(news.missing), news.at],
    );
  }

  /** Null: nobody has written a packet yet. */
  async missingFromPacket(tx: Transaction, patientId: string): Promise<string[] | null> {
    const [row] = await tx.query<{ missing: string[] }[]>(
      `select missing from history_packet_copy where patient_id = $1`,
      [patientId],
    );
    return row?.missing ?? null;
  }
}
