import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { NoteKind } from '#contracts';
import type { Transaction } from '#platform';
import { Vault, type SealedRecord } from '../vault/vault.js';

export interface StoredNote {
  id: string;
  patientId: string;
  kind: NoteKind;
  episodeId: string | null;
  authorSub: string;
  authorName: string;
  partnerId: string;
  writtenAt: Date;
}

const columns = `id, patient_id as "patientId", kind, episode_id as "episodeId", author_sub as "authorSub",
  author_name as "authorName", partner_id as "partnerId", written_at as "writtenAt"`;

/** Kind and author are bound into the encryption: a note whose row was given another author does not open. */
const sealOf = ({ id, patientId, kind, authorSub }: StoredNote): SealedRecord => ({
  id,
  patientId,
  what: 'note',
  boundTo: JSON.stringify([kind, authorSub]),
});

@Injectable()
export class NoteRepository {
  constructor(private readonly vault: Vault) {}

  async add(tx: Transaction, note: StoredNote, text: string): Promise<void> {
    await tx.query(
      `insert into note (id, patient_id, kind, episode_id, author_sub, author_name, partner_id, written_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        note.id,
        note.patientId,
        note.kind,
        note.episodeId,
        note.authorSub,
        note.authorName,
        note.partnerId,
        note.writtenAt,
      ],
    );
    await this.vault.put(tx, sealOf(note), text);
  }

  async find(from: EntityManager, id: string): Promise<StoredNote | null> {
    const [row] = await from.query<StoredNote[]>(`select ${columns} from note where id = $1`, [id]);
    return row ?? null;
  }

  text(from: EntityManager, note: StoredNote): Promise<string> {
    return this.vault.get(from, sealOf(note));
  }

  /** Newest first: notes of these kinds, and psychotherapy notes of this author and of nobody else. */
  async page(
    from: EntityManager,
    search: { patientId: string; kinds: readonly NoteKind[]; authorSub: string; limit: number },
    after: readonly [writtenAt: string, id: string] | null,
  ): Promise<StoredNote[]> {
    return from.query<StoredNote[]>(
      `select ${columns} from note
        where patient_id = $1 and (kind = any ($2) or (kind = 'psychotherapy' and author_sub = $3))
          and ($4::timestamptz is null or (written_at, id) < ($4, $5::uuid))
        order by written_at desc, id desc limit $6`,
      [search.patientId, search.kinds, search.authorSub, after?.[0] ?? null, after?.[1] ?? null, search.limit],
    );
  }

  /** Oldest first, with their text. Only the kind that a consent can open: there is no way out for any other. */
  async part2Records(from: EntityManager, patientId: string): Promise<{ writtenAt: string; text: string }[]> {
    const notes = await from.query<StoredNote[]>(
      `select ${columns} from note where patient_id = $1 and kind = 'part2' order by written_at, id`,
      [patientId],
    );
    const records: { writtenAt: string; text: string }[] = [];
    for (const note of notes) {
      records.push({ writtenAt: note.writtenAt.toISOString(), text: await this.text(from, note) });
    }
    return records;
  }
}
