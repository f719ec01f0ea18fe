import { Injectable } from '@nestjs/common';
import { DomainError, type BehavioralEpisode } from '#contracts';
import { Outbox } from '#messaging';
import { Clock, toActor, type Transaction, type User } from '#platform';
import { episodeCompletedEvent } from './episode.events.js';
import { EpisodeRepository } from './episode.repository.js';
import { nextState } from './episode.states.js';

type Answer = 'cleared' | 'not-cleared';

/**
 * The treating partner says that the episode ended; a pre-implant evaluation ends with cleared or not cleared, never with
 * reasons. `behavioral-health.episode-completed` follows.
 */
@Injectable()
export class CompleteEpisode {
  constructor(
    private readonly episodes: EpisodeRepository,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  async execute(
    tx: Transaction,
    { episodeId, clearance, user }: { episodeId: string; clearance: Answer | undefined; user: User },
  ): Promise<void> {
    const episode = await this.episodes.lockFor(tx, episodeId, user.partnerId);
    const state = nextState(episode.state, 'complete');
    const answer = requireFitting(episode.kind, clearance);
    const now = this.clock.now();
    await this.episodes.save(tx, { ...episode, state, clearance: answer, changedAt: now });
    await this.outbox.append(tx, episodeCompletedEvent(episode, answer, toActor(user), now));
  }
}

function requireFitting(kind: BehavioralEpisode['kind'], clearance: Answer | undefined): Answer | null {
  const isEvaluation = kind === 'pre-implant-evaluation';
  if (isEvaluation === (clearance !== undefined)) return clearance ?? null;
  const message = isEvaluation ? 'is required to complete a pre-implant evaluation' : `has no meaning for ${kind}`;
  throw new DomainError('invalid-input', `The answer does not fit an episode of ${kind}.`, [
    { path: 'clearance', message },
  ]);
}
