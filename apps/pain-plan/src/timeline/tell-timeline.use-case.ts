import { Injectable } from '@nestjs/common';
import type { Actor } from '#contracts';
import type { Transaction } from '#platform';
import { PainPlanConfig } from '../pain-plan.config.js';
import { PartnerQueries } from '../partner/partner.queries.js';
import { PlanItemQueries } from '../plan/plan-item.queries.js';
import { TimelineRepository } from './timeline.repository.js';
import { onTheClock } from './words.js';

/** What a sentence may need that the event itself does not carry. */
export interface Facts {
  partner: string;
  item: string;
  clock(instant: string): string;
}

export interface Tidings {
  patientId: string;
  type: string;
  at: string;
  by?: Actor | null;
  planVersion?: number;
  partnerId?: string;
  handoffId?: string;
  item?: { planId: string; itemId: string };
  text(facts: Facts): string;
}

/** Another service told of something that changes nothing here: people read it on the patient's timeline. No event follows. */
@Injectable()
export class TellTimeline {
  constructor(
    private readonly timeline: TimelineRepository,
    private readonly partners: PartnerQueries,
    private readonly items: PlanItemQueries,
    private readonly config: PainPlanConfig,
  ) {}

  async execute(
    tx: Transaction,
    { patientId, type, at, by, planVersion, partnerId, handoffId, item, text }: Tidings,
  ): Promise<void> {
    const nameOf = partnerId === undefined ? null : await this.partners.names(tx, [partnerId]);
    const facts: Facts = {
      partner: nameOf && partnerId !== undefined ? nameOf(partnerId) : '',
      item: item ? await this.items.inWords(tx, item.planId, item.itemId) : '',
      clock: (instant) => onTheClock(instant, this.config.clinicTimeZone),
    };
    await this.timeline.record(tx, {
      patientId,
      type,
      at: new Date(at),
      text: text(facts),
      by: by?.name ?? null,
      planVersion: planVersion ?? null,
      handoffId: handoffId ?? null,
    });
  }
}
