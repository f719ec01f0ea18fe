import { Injectable } from '@nestjs/common';
import type { FieldError, ReportTherapyProgress } from '#contracts';
import { Outbox } from '#messaging';
import { Clock, toActor, type Transaction, type User } from '#platform';
import { Paperwork } from '../paperwork/paperwork.js';
import { progressReportedEvent } from './episode.events.js';
import { EpisodeRepository } from './episode.repository.js';
import { nextState } from './episode.states.js';
import { measurementFaults, refuse } from './measurement-faults.js';
import { PlanCopyRepository } from './plan-copy.repository.js';

/** The treating partner reports measures of the targets it trains, a flare, or a question about the dose. */
@Injectable()
export class ReportProgress {
  constructor(
    private readonly episodes: EpisodeRepository,
    private readonly plans: PlanCopyRepository,
    private readonly paperwork: Paperwork,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  async execute(
    tx: Transaction,
    { episodeId, progress, user }: { episodeId: string; progress: ReportTherapyProgress; user: User },
  ): Promise<void> {
    const partnerId = user.partnerId ?? '';
    const episode = await this.episodes.lockFor(tx, episodeId, partnerId);
    nextState(episode.state, 'report-progress');
    const document = await this.plans.documentOf(tx, episode.planId);
    const time = this.clock.now();
    const { discipline } = episode;
    refuse([...emptiness(progress), ...measurementFaults(progress, document, { discipline, now: time })]);

    const signature = { partnerId, by: toActor(user), time };
    await this.episodes.addProgress(tx, episode, progress, signature);
    const { flare } = progress;
    const flareOccurrence = flare ? await this.episodes.flaresOf(tx, episode.id, flare.pattern) : undefined;
    const told = { ...signature, ...(flareOccurrence === undefined ? {} : { flareOccurrence }) };
    await this.outbox.append(tx, progressReportedEvent(episode, progress, told));
    await this.paperwork.settle(tx, episode.id);
  }
}

const emptiness = (report: ReportTherapyProgress): FieldError[] =>
  report.measurements.length > 0 || Object.keys(report).some((field) => field !== 'measurements')
    ? []
    : [{ path: 'measurements', message: 'a report says something: a measurement, a flare, a concern, how it goes' }];
