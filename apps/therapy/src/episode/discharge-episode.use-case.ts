import { Injectable } from '@nestjs/common';
import { Outbox } from '#messaging';
import { Clock, toActor, type Transaction, type User } from '#platform';
import { dischargedEvent } from './episode.events.js';
import { EpisodeRepository } from './episode.repository.js';
import { nextState } from './episode.states.js';

/** The treating partner ends the course with its summary, also after the plan ended it. Nothing is taken afterwards. */
@Injectable()
export class DischargeEpisode {
  constructor(
    private readonly episodes: EpisodeRepository,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  async execute(
    tx: Transaction,
    { episodeId, summary, user }: { episodeId: string; summary: string; user: User },
  ): Promise<void> {
    const partnerId = user.partnerId ?? '';
    const stands = await this.episodes.lockFor(tx, episodeId, partnerId);
    const state = nextState(stands.state, 'discharge');
    const time = this.clock.now();
    const episode = { ...stands, state, summary, changedAt: time };
    await this.episodes.save(tx, episode);
    await this.outbox.append(tx, dischargedEvent(episode, summary, { partnerId, by: toActor(user), time }));
  }
}
