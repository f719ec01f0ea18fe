import { randomUUID } from 'node:crypto';
import type { Ask, DeskRole, PartnerRole, Urgency } from '#contracts';
import { Outbox } from '#messaging';
import type { Transaction } from '#platform';
import { Injectable } from '@nestjs/common';
import { Alarms } from '../escalation/alarms.js';
import { DirectoryRepository } from '../projection/directory.repository.js';
import { answerConcern, chooseAnotherWay, chooseForRole, rerouteReferral, roleOfAsk } from './clinic-asks.js';
import { closed, opened } from './work-item.events.js';
import { WorkItemRepository, type WorkItemRow } from './work-item.repository.js';

export interface DeskAsk {
  desk: DeskRole;
  /** Null: the clinic does not run the rule that would ask it. */
  ask: Ask | null;
  role?: PartnerRole | null;
}

export interface PlanMoment {
  planId: string;
  patientId: string;
  planVersion: number;
  now: Date;
}

/** Opens and closes what the clinic's own desks have to do. Each item is told as `work-item.opened` and `work-item.closed`. */
@Injectable()
export class DeskWork {
  constructor(
    private readonly items: WorkItemRepository,
    private readonly directory: DirectoryRepository,
    private readonly outbox: Outbox,
    private readonly alarms: Alarms,
  ) {}

  /** An ask that a desk already has open (same fingerprint) is not opened twice. */
  async open(tx: Transaction, at: PlanMoment, asks: readonly DeskAsk[]): Promise<void> {
    if (asks.length === 0) return;
    const known = new Set(
      (await this.items.openOfPlan(tx, at.planId)).map(({ desk, ask }) => `${desk} ${ask.fingerprint}`),
    );
    for (const { desk, ask, role } of asks) {
      if (ask === null || known.has(`${desk} ${ask.fingerprint}`)) continue;
      const item: WorkItemRow = {
        id: randomUUID(),
        planId: at.planId,
        patientId: at.patientId,
        desk,
        planVersion: at.planVersion,
        ruleId: ask.ruleId,
        itemId: ask.itemId,
        role: role ?? roleOfAsk(ask),
        ask,
        dueAt: new Date(ask.dueAt),
        status: 'open',
        openedAt: at.now,
        closedAt: null,
        takenBy: null,
        takenAt: null,
        alarms: 0,
        laterUntil: null,
        delegated: null,
        decision: null,
        decisionReason: null,
      };
      await this.items.add(tx, item);
      await this.outbox.append(tx, opened(item));
      await this.alarms.start(tx, item, at.now);
    }
  }

  /**
   * What one version's step asks. The same sentence about the same item is news again (a restriction that comes back), and what was asked
   * about that item before is outdated.
   */
  async openStep(tx: Transaction, at: PlanMoment, asks: readonly DeskAsk[]): Promise<void> {
    const before = await this.items.openOfPlan(tx, at.planId);
    const isOutdated = (item: WorkItemRow): boolean =>
      item.itemId !== null &&
      item.ruleId !== 'CO-01' &&
      asks.some(({ desk, ask }) => ask?.ruleId === item.ruleId && ask.itemId === item.itemId && desk === item.desk);
    for (const item of before.filter(isOutdated)) await this.closeByNews(tx, item, 'no-longer-needed', at.now);
    await this.open(tx, at, asks);
  }

  /** CO-01, unless the coordinator already has this role on the list (from the version's own step, or after a decline). */
  async roleNeedsSomebody(tx: Transaction, at: PlanMoment & { role: PartnerRole; urgency: Urgency }): Promise<void> {
    if ((await this.items.openAboutRole(tx, at)).length > 0) return;
    const calendar = await this.directory.clinicCalendar(tx);
    await this.open(tx, at, [{ desk: 'coordinator', role: at.role, ask: chooseForRole({ ...at, calendar }) }]);
  }

  async roleNeedsNobody(
    tx: Transaction,
    at: { planId: string; role: PartnerRole; outcome: 'done' | 'no-longer-needed'; now: Date },
  ): Promise<void> {
    const open = (await this.items.openAboutRole(tx, at)).filter(
      ({ desk, ruleId }) => desk === 'coordinator' || ruleId === 'PH-13',
    );
    for (const item of open) await this.closeByNews(tx, item, at.outcome, at.now);
  }

  /** CO-04 for the coordinator, and PH-07 for the physician when no organization is left to ask. */
  async referralDeclined(
    tx: Transaction,
    at: PlanMoment & { role: PartnerRole; partnerId: string; reason: string },
  ): Promise<void> {
    const calendar = await this.directory.clinicCalendar(tx);
    const partnerName = (await this.directory.partner(tx, at.partnerId))?.name ?? at.partnerId;
    await this.open(tx, at, [
      { desk: 'coordinator', role: at.role, ask: rerouteReferral({ ...at, partnerName, calendar }) },
    ]);
    if ((await this.directory.alternatives(tx, at.role, at.planId)) > 0) return;
    await this.open(tx, at, [{ desk: 'physician', role: at.role, ask: chooseAnotherWay({ ...at, calendar }) }]);
  }

  /** PH-09: a partner cannot do it as asked, or therapy asks for another dose. */
  async partnerRaisedConcern(
    tx: Transaction,
    at: PlanMoment & { partnerId: string; concern: string; flare?: Readonly<Record<string, string>> },
  ): Promise<void> {
    const calendar = await this.directory.clinicCalendar(tx);
    const partnerName = (await this.directory.partner(tx, at.partnerId))?.name ?? at.partnerId;
    await this.open(tx, at, [{ desk: 'physician', ask: answerConcern({ ...at, partnerName, calendar }) }]);
  }

  /** News from elsewhere answered it: nobody has to press a button. */
  async closeAboutItem(
    tx: Transaction,
    at: { planId: string; itemId: string; ruleIds: readonly string[]; outcome: 'done' | 'no-longer-needed'; now: Date },
  ): Promise<void> {
    for (const item of await this.items.openAboutItem(tx, at)) await this.closeByNews(tx, item, at.outcome, at.now);
  }

  /** What a version asked that should never have existed. */
  async closeOfVersion(tx: Transaction, at: { planId: string; version: number; now: Date }): Promise<void> {
    const asked = (await this.items.openOfPlan(tx, at.planId)).filter(({ planVersion }) => planVersion === at.version);
    for (const item of asked) await this.closeByNews(tx, item, 'no-longer-needed', at.now);
  }

  private async closeByNews(
    tx: Transaction,
    item: WorkItemRow,
    outcome: 'done' | 'no-longer-needed',
    now: Date,
  ): Promise<void> {
    await this.items.close(tx, item.id, outcome, now);
    await this.outbox.append(tx, closed(item, outcome, null, now));
  }
}
