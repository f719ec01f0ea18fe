import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Transaction } from '#platform';
import { openEnvelope, rewrapKey, sealEnvelope } from './envelope.js';
import { VaultKeys } from './vault-keys.js';

/** What a content belongs to. All of it is bound into the encryption: content moved to another record does not open there. */
export interface SealedRecord {
  id: string;
  patientId: string;
  what: 'note' | 'screening' | 'clearance-reason' | 'consent-purpose' | 'release' | 'glass-reason' | 'glass-review';
  /** More that must stay as it was, for example who wrote a note. */
  boundTo?: string;
}

interface Row {
  id: string;
  patient_id: string;
  key_id: string;
  wrapped_key: Buffer;
  body: Buffer;
  bound: string;
}

const rewrapBatch = 200;

const boundOf = ({ id, patientId, what, boundTo = '' }: SealedRecord): string =>
  JSON.stringify([id, patientId, what, boundTo]);
/** The wrapped key is bound to less, so that a rotation needs to know nothing of what it moves. */
const keyBoundOf = ({ id, patientId }: { id: string; patientId: string }): string => JSON.stringify([id, patientId]);

/** Everything that somebody said or wrote. Nothing of it stands in another table, and here it is encrypted. */
@Injectable()
export class Vault {
  constructor(private readonly keys: VaultKeys) {}

  /** Writes the content, or replaces what the record held before. */
  async put(tx: Transaction, record: SealedRecord, text: string): Promise<void> {
    const { currentId } = this.keys;
    const { wrappedKey, body } = sealEnvelope(this.keys.byId(currentId), text, {
      key: keyBoundOf(record),
      body: boundOf(record),
    });
    await tx.query(
      `insert into sealed_content as known (id, patient_id, what, key_id, wrapped_key, body) values ($1, $2, $3, $4, $5, $6)
       on conflict (id, what) do update set key_id = excluded.key_id, wrapped_key = excluded.wrapped_key, body = excluded.body`,
      [record.id, record.patientId, record.what, currentId, wrappedKey, body],
    );
  }

  /** Throws when it was never written, or does not open. */
  async get(from: EntityManager, record: SealedRecord): Promise<string> {
    const text = await this.find(from, record);
    if (text === null) throw new Error(`No ${record.what} of ${record.id}`);
    return text;
  }

  async find(from: EntityManager, record: SealedRecord): Promise<string | null> {
    const [row] = await from.query<Row[]>(
      `select key_id, wrapped_key, body from sealed_content where id = $1 and what = $2`,
      [record.id, record.what],
    );
    if (!row) return null;
    const envelope = { wrappedKey: row.wrapped_key, body: row.body };
    return openEnvelope(this.keys.byId(row.key_id), envelope, { key: keyBoundOf(record), body: boundOf(record) });
  }

  /** Wraps the data keys of one batch by the current key; how many. Throws when one is wrapped by a key that is not given. */
  async rewrap(tx: Transaction): Promise<number> {
    const rows = await tx.query<(Row & { what: string })[]>(
      `select id, patient_id, what, key_id, wrapped_key from sealed_content
        where key_id <> $1 order by id, what limit $2 for update skip locked`,
      [this.keys.currentId, rewrapBatch],
    );
    const to = this.keys.byId(this.keys.currentId);
    for (const { id, patient_id: patientId, what, key_id: keyId, wrapped_key: wrapped } of rows) {
      const moved = rewrapKey(this.keys.byId(keyId), to, wrapped, keyBoundOf({ id, patientId }));
      await tx.query(`update sealed_content set key_id = $3, wrapped_key = $4 where id = $1 and what = $2`, [
        id,
        what,
        this.keys.currentId,
        moved,
      ]);
    }
    return rows.length;
  }

  async countByKey(from: EntityManager): Promise<{ keyId: string; count: number }[]> {
    return from.query(
      `select key_id as "keyId", count(*)::int as count from sealed_content group by key_id order by key_id`,
    );
  }
}
