import { Injectable } from '@nestjs/common';
import type { DischargeTherapyEpisode } from '#contracts';
import { Outbox } from '#messaging';
import { Clock, toActor, type Transaction, type User } from '#platform';
import { DoseChanges } from '../dose-change/dose-changes.js';
import { Paperwork } from '../paperwork/paperwork.js';
import { dischargedEvent, progressReportedEvent } from './episode.events.js';
import { EpisodeRepository } from './episode.repository.js';
import { nextState } from './episode.states.js';
import { measurementFaults, refuse } from './measurement-faults.js';
import { PlanCopyRepository } from './plan-copy.repository.js';

/**
 * The treating partner ends the course with its whole summary, also after the plan ended it. Measures at the end feed the targets as any
 * report does. Nothing is taken afterwards.
 */
@Injectable()
export class DischargeEpisode {
  constructor(
    private readonly episodes: EpisodeRepository,
    private readonly plans: PlanCopyRepository,
    private readonly doseChanges: DoseChanges,
    private readonly paperwork: Paperwork,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  async execute(
    tx: Transaction,
    { episodeId, discharge, user }: { episodeId: string; discharge: DischargeTherapyEpisode; user: User },
  ): Promise<void> {
    const partnerId = user.partnerId ?? '';
    const stands = await this.episodes.lockFor(tx, episodeId, partnerId);
    const state = nextState(stands.state, 'discharge');
    const time = this.clock.now();
    const document = await this.plans.documentOf(tx, stands.planId);
    refuse(measurementFaults(discharge, document, { discipline: stands.discipline, now: time }));

    const signature = { partnerId, by: toActor(user), time };
    const { measurements, summary } = discharge;
    if (measurements.length > 0) {
      await this.episodes.addProgress(tx, stands, { measurements }, signature);
      await this.outbox.append(tx, progressReportedEvent(stands, { measurements }, signature));
    }
    const { visits } = stands;
    const ended = { ...discharge, visits, partnerId, dischargedAt: time.toISOString(), by: signature.by };
    const episode = { ...stands, state, summary, discharge: ended, changedAt: time };
    await this.episodes.save(tx, episode);
    await this.doseChanges.courseEnded(tx, episodeId, time);
    await this.outbox.append(tx, dischargedEvent(episode, discharge, signature));
    await this.paperwork.settle(tx, episodeId);
  }
}
