import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { DomainError, instant, type Note, type NoteKind, type NoteSummary, type Page } from '#contracts';
import { encodeCursor, readCursor, type Transaction, type User } from '#platform';
import { AccessLog } from '../access/access-log.repository.js';
import { mayRead } from '../access/may-read.js';
import { StandingQueries } from '../access/standing.queries.js';
import { NoteRepository, type StoredNote } from './note.repository.js';

const shareable: readonly NoteKind[] = ['progress', 'part2'];

@Injectable()
export class NoteQueries {
  constructor(
    private readonly notes: NoteRepository,
    private readonly standings: StandingQueries,
    private readonly access: AccessLog,
  ) {}

  /** Recorded in the transaction that reads. */
  async get(tx: Transaction, reader: User, noteId: string): Promise<Note> {
    const note = await this.notes.find(tx, noteId);
    const standing = note && (await this.standings.of(tx, reader, note.patientId));
    const basis = standing && mayRead(note.kind, standing, note.authorSub);
    if (!note || !basis) throw new DomainError('not-found', 'There is no such note.');
    await this.access.record(tx, reader, { patientId: note.patientId, what: 'note', recordId: note.id, basis });
    return { ...toSummary(note), text: await this.notes.text(tx, note) };
  }

  /** Newest first, without their text; a note that the reader may not open is not there and is not counted. */
  async list(
    tx: Transaction,
    reader: User,
    { patientId, cursor, limit }: { patientId: string; cursor?: string | undefined; limit: number },
  ): Promise<Page<NoteSummary>> {
    const standing = await this.standings.of(tx, reader, patientId);
    const kinds = shareable.filter((kind) => mayRead(kind, standing) !== null);
    const authorSub = reader.role === 'partner' ? reader.sub : '';
    const after = readCursor(cursor, z.tuple([instant, z.uuid()]));
    const found = await this.notes.page(tx, { patientId, kinds, authorSub, limit: limit + 1 }, after);
    const items = found.slice(0, limit).map(toSummary);
    const last = items.at(-1);
    return { items, next: found.length > limit && last ? encodeCursor([last.writtenAt, last.id]) : null };
  }
}

const toSummary = (note: StoredNote): NoteSummary => ({
  id: note.id,
  patientId: note.patientId,
  kind: note.kind,
  episodeId: note.episodeId,
  author: note.authorName,
  partnerId: note.partnerId,
  writtenAt: note.writtenAt.toISOString(),
});
