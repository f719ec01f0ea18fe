import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { z } from 'zod';
import { DomainError, instant, type Consent, type Page } from '#contracts';
import { Clock, encodeCursor, readCursor } from '#platform';
import { Vault } from '../vault/vault.js';
import { consentColumns, type StoredConsent } from './consent.repository.js';
import { consentStateAt } from './consent.states.js';

@Injectable()
export class ConsentQueries {
  constructor(
    private readonly database: DataSource,
    private readonly vault: Vault,
    private readonly clock: Clock,
  ) {}

  async stored(consentId: string): Promise<StoredConsent> {
    const [row] = await this.database.query<StoredConsent[]>(`select ${consentColumns} from consent where id = $1`, [
      consentId,
    ]);
    if (!row) throw new DomainError('not-found', 'There is no such consent.');
    return row;
  }

  /** With its state at that moment; now when none is named. */
  async show(consent: StoredConsent, at: string | undefined): Promise<Consent> {
    const { planId: _plan, from, until, recordedAt, revokedAt, ...said } = consent;
    const state = consentStateAt(consent, at === undefined ? this.clock.now() : new Date(at));
    return {
      ...said,
      purpose: await this.purposeOf(this.database.manager, consent),
      from: from.toISOString(),
      until: until.toISOString(),
      recordedAt: recordedAt.toISOString(),
      revokedAt: revokedAt?.toISOString() ?? null,
      state,
    };
  }

  purposeOf(from: EntityManager, { id, patientId }: Pick<StoredConsent, 'id' | 'patientId'>): Promise<string> {
    return this.vault.get(from, { id, patientId, what: 'consent-purpose' });
  }

  /** Newest first. */
  async ofPatient(patientId: string, page: { limit: number; cursor?: string | undefined }): Promise<Page<Consent>> {
    const after = readCursor(page.cursor, z.tuple([instant, z.uuid()]));
    const rows = await this.database.query<StoredConsent[]>(
      `select ${consentColumns} from consent
        where patient_id = $1 and ($2::timestamptz is null or (recorded_at, id) < ($2, $3::uuid))
        order by recorded_at desc, id desc limit $4`,
      [patientId, after?.[0] ?? null, after?.[1] ?? null, page.limit + 1],
    );
    const items = await Promise.all(rows.slice(0, page.limit).map((row) => this.show(row, undefined)));
    const last = items.at(-1);
    return { items, next: rows.length > page.limit && last ? encodeCursor([last.recordedAt, last.id]) : null };
  }

  /** The patient's consent in force that opens the scores to the pain clinic. */
  async scoresForClinic(from: EntityManager, patientId: string, at: Date): Promise<string | null> {
    const rows = await from.query<StoredConsent[]>(
      `select ${consentColumns} from consent where patient_id = $1 and 'scores' = any (what)
          and recipient in (select partner_id from partner_copy where kind = 'clinic' and active)`,
      [patientId],
    );
    return rows.find((row) => consentStateAt(row, at) === 'granted')?.id ?? null;
  }
}
