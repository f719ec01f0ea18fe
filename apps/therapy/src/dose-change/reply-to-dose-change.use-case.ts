import { Injectable } from '@nestjs/common';
import { DomainError } from '#contracts';
import { Clock, toActor, type Transaction, type User } from '#platform';
import { EpisodeRepository } from '../episode/episode.repository.js';
import { DoseChangeRepository } from './dose-change.repository.js';
import { DoseChanges } from './dose-changes.js';

/** The physician answers in words instead of by a version. */
@Injectable()
export class ReplyToDoseChange {
  constructor(
    private readonly episodes: EpisodeRepository,
    private readonly requests: DoseChangeRepository,
    private readonly changes: DoseChanges,
    private readonly clock: Clock,
  ) {}

  async execute(tx: Transaction, { id, reply, user }: { id: string; reply: string; user: User }): Promise<void> {
    const known = await this.requests.find(tx, id);
    if (!known) throw new DomainError('not-found', 'There is no such request.');
    // A version that comes at this very moment answers before or after, not in between.
    await this.episodes.lock(tx, known.episode_id);
    const request = await this.requests.find(tx, id);
    if (request?.state !== 'open') {
      throw new DomainError('illegal-transition', 'It was answered already.', [], {
        state: request?.state,
        allowed: [],
      });
    }
    await this.changes.close(tx, request, 'answered', {
      byVersion: null,
      reply,
      at: this.clock.now(),
      by: toActor(user),
    });
  }
}
