import { Injectable } from '@nestjs/common';
import { rangeFault } from '#clinical';
import { DomainError, type FieldError, type PlanDocument, type ReportTherapyProgress } from '#contracts';
import { Outbox } from '#messaging';
import { Clock, toActor, type Transaction, type User } from '#platform';
import { progressReportedEvent } from './episode.events.js';
import { EpisodeRepository, type StoredEpisode } from './episode.repository.js';
import { nextState } from './episode.states.js';
import { PlanCopyRepository } from './plan-copy.repository.js';

/** The treating partner reports measures of the targets it trains, a flare, or a question about the dose. */
@Injectable()
export class ReportProgress {
  constructor(
    private readonly episodes: EpisodeRepository,
    private readonly plans: PlanCopyRepository,
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
    refuse([
      ...emptiness(progress),
      ...foreignMeasurements(progress, document, episode.discipline),
      ...futureMeasurements(progress, time),
      ...impossibleMeasurements(progress),
    ]);

    const signature = { partnerId, by: toActor(user), time };
    await this.episodes.addProgress(tx, episode, progress, signature);
    await this.outbox.append(tx, progressReportedEvent(episode, progress, signature));
  }
}

function refuse(errors: FieldError[]): void {
  if (errors.length > 0) throw new DomainError('invalid-input', 'The report does not fit the plan.', errors);
}

const emptiness = ({ measurements, flare, concern }: ReportTherapyProgress): FieldError[] =>
  measurements.length > 0 || flare || concern
    ? []
    : [{ path: 'measurements', message: 'a report has a measurement, a flare or a concern' }];

/** A target of another discipline is refused in the same words as one that is not there: it is not this partner's to know. */
function foreignMeasurements(
  { measurements }: ReportTherapyProgress,
  { targets }: PlanDocument,
  discipline: StoredEpisode['discipline'],
): FieldError[] {
  return measurements.flatMap(({ targetId, measure }, at): FieldError[] => {
    const target = targets.find(({ id, trainedBy }) => id === targetId && trainedBy === discipline);
    if (!target) {
      return [{ path: `measurements[${at}].targetId`, message: 'is not a target that this discipline trains' }];
    }
    if (target.measure === measure) return [];
    return [{ path: `measurements[${at}].measure`, message: `this target is measured by ${target.measure}` }];
  });
}

const futureMeasurements = ({ measurements }: ReportTherapyProgress, now: Date): FieldError[] =>
  measurements.flatMap(({ measuredAt }, at) =>
    new Date(measuredAt) > now
      ? [{ path: `measurements[${at}].measuredAt`, message: 'must not be in the future' }]
      : [],
  );

const impossibleMeasurements = ({ measurements }: ReportTherapyProgress): FieldError[] =>
  measurements.flatMap(({ measure, value }, at) => {
    const message = rangeFault(measure, value);
    return message === null ? [] : [{ path: `measurements[${at}].value`, message }];
  });
