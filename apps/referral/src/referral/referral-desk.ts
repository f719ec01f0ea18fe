import { askOfEvent, type ServiceLevel } from '#clinical';
import type { Ask, DeskRole } from '#contracts';
import type { Transaction } from '#platform';
import { Injectable } from '@nestjs/common';
import { DirectoryRepository } from '../projection/directory.repository.js';
import { PlanCopyRepository } from '../projection/plan-copy.repository.js';
import { ruleset } from '../ruleset.js';
import { DeskWork, type PlanMoment } from '../work-item/desk-work.js';
import type { ReferralRow } from './referral.repository.js';

/** Work that ends as soon as the referral takes its next step. */
const untilItMoves = ['CO-08', 'CO-10', 'CO-11', 'PH-21', 'PH-23'];

const inWords = (value: string): string => value.replaceAll('-', ' ');

/** What the clinic's desks have to do about a referral. Sentences and dues are those of the event rules. */
@Injectable()
export class ReferralDesk {
  constructor(
    private readonly desks: DeskWork,
    private readonly directory: DirectoryRepository,
    private readonly plans: PlanCopyRepository,
  ) {}

  async movedOn(tx: Transaction, { id, planId }: ReferralRow, now: Date): Promise<void> {
    await this.desks.closeAboutItem(tx, { planId, itemId: id, ruleIds: untilItMoves, outcome: 'done', now });
  }

  /** Each family of reasons has somebody who moves next. */
  async declined(tx: Transaction, referral: ReferralRow, reason: string, now: Date): Promise<void> {
    switch (referral.family) {
      case 'information':
        return this.ask(tx, referral, now, ['coordinator', 'CO-08', { missing: reason }]);
      case 'patient':
        await this.ask(tx, referral, now, ['coordinator', 'CO-09', { reason }]);
        return this.ask(tx, referral, now, ['physician', 'PH-20', { reason }]);
      case 'clinical':
        return this.ask(tx, referral, now, ['physician', 'PH-22', { reason }]);
      case 'capacity':
      case 'scope':
      case null: {
        const at = await this.momentOf(tx, referral, now);
        const { role, partnerId } = referral;
        return this.desks.referralDeclined(tx, { ...at, role, partnerId, reason });
      }
    }
  }

  informationRequested(tx: Transaction, referral: ReferralRow, missing: string, now: Date): Promise<void> {
    return this.ask(tx, referral, now, ['coordinator', 'CO-08', { missing }]);
  }

  waitListed(tx: Transaction, referral: ReferralRow, now: Date): Promise<void> {
    const until = dayInWords(new Date(`${referral.reviewOn}T12:00:00Z`), 'UTC');
    return this.ask(tx, referral, now, ['coordinator', 'CO-11', { until }]);
  }

  failed(tx: Transaction, referral: ReferralRow, reason: string, now: Date): Promise<void> {
    return this.ask(tx, referral, now, ['physician', 'PH-23', { reason }]);
  }

  async standsStill(
    tx: Transaction,
    referral: ReferralRow,
    { says, todo, id: clock }: ServiceLevel,
    at: { desk: 'coordinator' | 'physician'; now: Date },
  ): Promise<void> {
    const { timeZone } = await this.directory.clinicCalendar(tx);
    const since = dayInWords(referral.enteredAt, timeZone);
    const ruleId = at.desk === 'physician' ? 'PH-21' : 'CO-10';
    await this.ask(tx, referral, at.now, [at.desk, ruleId, { says, todo, since }, clock]);
  }

  /** One item per referral and rule; the role lets it end when somebody takes the role. */
  private async ask(
    tx: Transaction,
    referral: ReferralRow,
    now: Date,
    [desk, ruleId, facts, about = '']: [DeskRole, string, Record<string, string>, string?],
  ): Promise<void> {
    const at = await this.momentOf(tx, referral, now);
    const calendar = await this.directory.clinicCalendar(tx);
    const { id: itemId, role, partnerId } = referral;
    const partner = (await this.directory.partner(tx, partnerId))?.name ?? partnerId;
    const moment = { at: now, planVersion: at.planVersion, calendar, about: [itemId, about], itemId };
    const ask: Ask | null = askOfEvent(ruleset, ruleId, {
      ...moment,
      facts: { partner, role: inWords(role), ...facts },
    });
    await this.desks.open(tx, at, [{ desk, role, ask }]);
  }

  private async momentOf(tx: Transaction, referral: ReferralRow, now: Date): Promise<PlanMoment> {
    const { planId, patientId } = referral;
    return { planId, patientId, planVersion: await this.plans.newestVersion(tx, planId), now };
  }
}

const dayInWords = (instant: Date, timeZone: string): string =>
  instant.toLocaleDateString('en-GB', { timeZone, day: 'numeric', month: 'long' });
