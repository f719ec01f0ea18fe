import { Injectable } from '@nestjs/common';
import { Outbox } from '#messaging';
import { Clock, toActor, type Transaction, type User } from '#platform';
import { episodeStoppedEvent } from './episode.events.js';
import { EpisodeRepository } from './episode.repository.js';
import { nextState } from './episode.states.js';

/** It ended before it was complete. `behavioral-health.episode-stopped` follows, status only; the plan may ask anew. */
@Injectable()
export class StopEpisode {
  constructor(
    private readonly episodes: EpisodeRepository,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  async execute(tx: Transaction, { episodeId, user }: { episodeId: string; user: User }): Promise<void> {
    const episode = await this.episodes.lockFor(tx, episodeId, user.partnerId);
    const state = nextState(episode.state, 'stop');
    const now = this.clock.now();
    await this.episodes.save(tx, { ...episode, state, changedAt: now });
    await this.outbox.append(tx, episodeStoppedEvent(episode, toActor(user), now));
  }
}
