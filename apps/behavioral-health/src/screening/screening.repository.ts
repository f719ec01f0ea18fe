import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { screeningInstruments, type ScreeningInstrument } from '#contracts';
import type { Transaction } from '#platform';
import { Vault } from '../vault/vault.js';

/** What is encrypted: the answers and all that follows from them. */
const sealed = z.object({
  answers: z.array(z.number()),
  score: z.number(),
  severity: z.string(),
  isSafetyPositive: z.boolean(),
  withPlan: z.boolean(),
  comment: z.string().nullable(),
});
export type SealedScreening = z.infer<typeof sealed>;

export interface ScreeningHead {
  id: string;
  patientId: string;
  instrument: ScreeningInstrument;
  takenAt: Date;
  recordedAt: Date;
  recordedBy: string;
  partnerId: string;
}
export type StoredScreening = ScreeningHead & SealedScreening;

const columns = `id, patient_id as "patientId", instrument, taken_at as "takenAt", recorded_at as "recordedAt",
  recorded_by as "recordedBy", partner_id as "partnerId"`;

@Injectable()
export class ScreeningRepository {
  constructor(private readonly vault: Vault) {}

  async add(tx: Transaction, head: ScreeningHead, content: SealedScreening): Promise<void> {
    const { id, patientId, instrument, takenAt, recordedAt, recordedBy, partnerId } = head;
    await tx.query(
      `insert into screening (id, patient_id, instrument, taken_at, recorded_at, recorded_by, partner_id)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [id, patientId, instrument, takenAt, recordedAt, recordedBy, partnerId],
    );
    await this.vault.put(tx, { id, patientId, what: 'screening', boundTo: instrument }, JSON.stringify(content));
  }

  /** Null: there is none of that id. */
  async head(from: EntityManager, id: string): Promise<ScreeningHead | null> {
    const [row] = await from.query<ScreeningHead[]>(`select ${columns} from screening where id = $1`, [id]);
    return row ?? null;
  }

  async open(from: EntityManager, head: ScreeningHead): Promise<StoredScreening> {
    const { id, patientId, instrument } = head;
    const text = await this.vault.get(from, { id, patientId, what: 'screening', boundTo: instrument });
    return { ...head, ...sealed.parse(JSON.parse(text)) };
  }

  /** Newest first, after a place in the list. */
  async page(
    from: EntityManager,
    at: { patientId: string; instrument?: ScreeningInstrument | undefined; limit: number },
    after: readonly [takenAt: string, id: string] | null,
  ): Promise<StoredScreening[]> {
    const heads = await from.query<ScreeningHead[]>(
      `select ${columns} from screening
        where patient_id = $1 and ($2::text is null or instrument = $2)
          and ($3::timestamptz is null or (taken_at, id) < ($3, $4::uuid))
        order by taken_at desc, id desc limit $5`,
      [at.patientId, at.instrument ?? null, after?.[0] ?? null, after?.[1] ?? null, at.limit],
    );
    return this.openAll(from, heads);
  }

  /** Oldest first. */
  async series(from: EntityManager, patientId: string): Promise<Map<ScreeningInstrument, StoredScreening[]>> {
    const heads = await from.query<ScreeningHead[]>(
      `select ${columns} from screening where patient_id = $1 order by taken_at, recorded_at, id`,
      [patientId],
    );
    const all = await this.openAll(from, heads);
    const byInstrument = screeningInstruments.map(
      (instrument) => [instrument, all.filter((one) => one.instrument === instrument)] as const,
    );
    return new Map(byInstrument.filter(([, series]) => series.length > 0));
  }

  /** One after the other: a transaction is one connection. */
  private async openAll(from: EntityManager, heads: readonly ScreeningHead[]): Promise<StoredScreening[]> {
    const all: StoredScreening[] = [];
    for (const head of heads) all.push(await this.open(from, head));
    return all;
  }
}
