import { Injectable } from '@nestjs/common';
import { measureName, newsOf, nextOptionsFor } from '#clinical';
import type { Target } from '#contracts';
import { Outbox } from '#messaging';
import { Clock, type Transaction } from '#platform';
import { PlanRepository } from '../plan/plan.repository.js';
import { TimelineRepository } from '../timeline/timeline.repository.js';
import { sentence } from '../timeline/words.js';
import type { MeasuredPlan } from './measurement.js';
import { StandingQueries, type Standing } from './standing.queries.js';
import { targetPlateauedEvent, targetWorseningEvent } from './target.events.js';
import { WatchNoticeRepository } from './watch-notice.repository.js';

/**
 * After a measurement: a target that stopped improving, or got worse, is news for the physician, once in its watch. Whether it was met the
 * physician decides. The caller holds the plan's lock, so that two values at once are judged one after the other.
 */
@Injectable()
export class AnnounceStanding {
  constructor(
    private readonly standings: StandingQueries,
    private readonly notices: WatchNoticeRepository,
    private readonly plans: PlanRepository,
    private readonly outbox: Outbox,
    private readonly timeline: TimelineRepository,
    private readonly clock: Clock,
  ) {}

  async execute(tx: Transaction, plan: MeasuredPlan, target: Target): Promise<void> {
    const standing = await this.standings.standing(tx, plan.id, target);
    const news = newsOf(target, standing.progress, new Set());
    if (news === null) return;
    const at = this.clock.now();
    if (!(await this.notices.say(tx, { planId: plan.id, target, watch: standing.watch, news, at }))) return;
    const document = await this.plans.document(tx, plan.id, plan.currentVersion);
    const about = { plan, target, standing, at };
    await this.outbox.append(
      tx,
      news === 'plateau'
        ? targetPlateauedEvent(about, document ? nextOptionsFor(document) : [])
        : targetWorseningEvent(about),
    );
    await this.timeline.record(tx, {
      patientId: plan.patientId,
      at,
      type: news === 'plateau' ? 'target.plateaued' : 'target.worsening',
      text: `${sentence(measureName(target))} ${news === 'plateau' ? 'stopped improving' : 'got worse'}: ${valuesIn(standing)}.`,
    });
  }
}

const valuesIn = ({ series }: Standing): string => series.map(({ value }) => value).join(', ');
