import { Injectable } from '@nestjs/common';
import { Outbox } from '#messaging';
import { Clock, toActor, type Transaction, type User } from '#platform';
import { episodeEngagedEvent } from './episode.events.js';
import { EpisodeRepository } from './episode.repository.js';
import { nextState } from './episode.states.js';

/** The treating partner says that the patient started. `behavioral-health.episode-engaged` follows, status only. */
@Injectable()
export class EngageEpisode {
  constructor(
    private readonly episodes: EpisodeRepository,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  async execute(tx: Transaction, { episodeId, user }: { episodeId: string; user: User }): Promise<void> {
    const episode = await this.episodes.lockFor(tx, episodeId, user.partnerId);
    const state = nextState(episode.state, 'engage');
    const now = this.clock.now();
    await this.episodes.save(tx, { ...episode, state, changedAt: now });
    await this.outbox.append(tx, episodeEngagedEvent(episode, toActor(user), now));
  }
}
