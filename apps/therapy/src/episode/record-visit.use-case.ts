import { Injectable } from '@nestjs/common';
import { DomainError, type RecordTherapyVisit } from '#contracts';
import { Outbox } from '#messaging';
import { Clock, toActor, type Transaction, type User } from '#platform';
import { visitRecordedEvent } from './episode.events.js';
import { EpisodeRepository } from './episode.repository.js';
import { nextState } from './episode.states.js';

/** The treating partner records a visit; the visits of an episode are numbered. The note stays here, it is not told. */
@Injectable()
export class RecordVisit {
  constructor(
    private readonly episodes: EpisodeRepository,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  async execute(
    tx: Transaction,
    { episodeId, visit, user }: { episodeId: string; visit: RecordTherapyVisit; user: User },
  ): Promise<void> {
    const partnerId = user.partnerId ?? '';
    const stands = await this.episodes.lockFor(tx, episodeId, partnerId);
    const time = this.clock.now();
    const episode = { ...stands, state: nextState(stands.state, 'record-visit'), visits: stands.visits + 1 };
    requirePast(visit, time);
    const signature = { partnerId, by: toActor(user), time };
    await this.episodes.save(tx, episode);
    await this.episodes.addVisit(tx, episode, visit, signature);
    const told = { visitedAt: visit.visitedAt, visitNumber: episode.visits };
    await this.outbox.append(tx, visitRecordedEvent(episode, told, signature));
  }
}

function requirePast({ visitedAt }: RecordTherapyVisit, now: Date): void {
  if (new Date(visitedAt) <= now) return;
  throw new DomainError('invalid-input', 'A visit that is recorded took place.', [
    { path: 'visitedAt', message: 'must not be in the future' },
  ]);
}
