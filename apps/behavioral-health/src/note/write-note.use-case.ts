import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DomainError, type WriteNote as Written } from '#contracts';
import { Clock, type Transaction, type User } from '#platform';
import { NoteRepository } from './note.repository.js';

/** A note is written once. Nobody is told: no event knows of notes. */
@Injectable()
export class WriteNote {
  constructor(
    private readonly notes: NoteRepository,
    private readonly clock: Clock,
  ) {}

  async execute(
    tx: Transaction,
    command: Written & { patientId: string; partnerId: string; user: User },
  ): Promise<{ id: string }> {
    const { patientId, partnerId, kind, text, episodeId = null, user } = command;
    if (episodeId !== null) await requireEpisode(tx, episodeId, patientId);
    const id = randomUUID();
    const author = { authorSub: user.sub, authorName: user.name, partnerId };
    await this.notes.add(tx, { id, patientId, kind, episodeId, ...author, writtenAt: this.clock.now() }, text);
    return { id };
  }
}

async function requireEpisode(tx: Transaction, episodeId: string, patientId: string): Promise<void> {
  const found = await tx.query<unknown[]>(`select 1 from episode where id = $1 and patient_id = $2`, [
    episodeId,
    patientId,
  ]);
  if (found.length > 0) return;
  const errors = [{ path: 'episodeId', message: 'no such episode of this patient' }];
  throw new DomainError('invalid-input', 'The note does not fit the episode.', errors);
}
