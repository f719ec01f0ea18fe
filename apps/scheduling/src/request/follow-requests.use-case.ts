import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { inZone, sameDay, timeOn } from '#clinical';
import { emptyPlan, type BusinessCalendar, type EventData, type redFlagReported } from '#contracts';
import { Clock, type Transaction } from '#platform';
import { Timers } from '#timers';
import { AppointmentRepository } from '../appointment/appointment.repository.js';
import { FollowedPlanRepository } from '../plan/followed-plan.repository.js';
import { SiteRepository } from '../site/site.repository.js';
import { deriveRequests, urgent, type WantedRequest } from './derive-requests.js';
import { RequestRepository, type StoredRequest } from './request.repository.js';
import { reportedItem, settleRequests } from './settle-requests.js';

export const unansweredTimer = 'request.unanswered';
const timerKey = ({ id }: StoredRequest): string => `request:${id}:unanswered`;
/** By this hour somebody must have a time for what cannot wait. */
const answerBy = '15:00';

/** Keeps what is wanted and waits to be booked in line with the plan and with what is booked. */
@Injectable()
export class FollowRequests {
  constructor(
    private readonly plans: FollowedPlanRepository,
    private readonly requests: RequestRepository,
    private readonly appointments: AppointmentRepository,
    private readonly sites: SiteRepository,
    private readonly timers: Timers,
    private readonly clock: Clock,
  ) {}

  async execute(tx: Transaction, planId: string): Promise<void> {
    const plan = await this.plans.find(tx, planId);
    const { calendar } = await this.sites.clinic(tx);
    const wanted = plan ? deriveRequests(plan.document, { at: plan.publishedAt, calendar }) : [];
    const patientId = plan?.patientId ?? planId;
    await this.settle(tx, { planId, patientId, wanted, calendar });
  }

  /** Whether a booking answers what cannot wait: kept times are for it. */
  async isSameDay(tx: Transaction, requestId: string | null): Promise<boolean> {
    return requestId !== null && (await this.requests.find(tx, requestId)).purpose === 'same-day';
  }

  /** Reported outside any version: without a plan, or only a time is wanted. */
  async onReport(tx: Transaction, report: EventData<typeof redFlagReported>): Promise<void> {
    const { patientId, kinds, reportedAt } = report;
    // What has no plan hangs on the patient.
    const planId = report.planId ?? patientId;
    const { calendar } = await this.sites.clinic(tx);
    const plan = await this.plans.find(tx, planId);
    const document = plan?.document ?? emptyPlan;
    const at = new Date(reportedAt);
    const ofPlan = plan ? deriveRequests(document, { at: plan.publishedAt, calendar }) : [];
    const reported = kinds.flatMap((kind) =>
      urgent({ id: reportedItem(kind), kind, observedAt: reportedAt }, document, { at, calendar }),
    );
    await this.settle(tx, { planId, patientId, wanted: [...ofPlan, ...reported], calendar });
  }

  private async settle(
    tx: Transaction,
    at: { planId: string; patientId: string; wanted: readonly WantedRequest[]; calendar: BusinessCalendar },
  ): Promise<void> {
    const { planId, patientId, wanted, calendar } = at;
    const now = this.clock.now();
    const standing = await this.requests.ofPlan(tx, planId);
    const appointments = await this.appointments.ofPlan(tx, planId);
    const opened = (want: WantedRequest): StoredRequest => ({
      ...want,
      ...{ id: randomUUID(), planId, patientId, state: 'open', appointmentId: null, createdAt: now, changedAt: now },
    });
    for (const request of settleRequests(standing, wanted, appointments, { opened, at: now })) {
      await this.requests.save(tx, request);
      if (request.purpose === 'same-day') await this.watch(tx, request, calendar);
    }
  }

  /** Asked for after three, or on a day when nobody is there: two hours by the clock. */
  private async watch(tx: Transaction, request: StoredRequest, calendar: BusinessCalendar): Promise<void> {
    const key = timerKey(request);
    const isToday = request.latest !== null && request.latest <= sameDay(request.earliest, calendar);
    if (request.state !== 'open' || !isToday) return this.timers.cancel(tx, key);
    const three = timeOn(inZone(request.createdAt, calendar), answerBy).toJSDate();
    const dueAt = three > request.createdAt ? three : sameDay(request.createdAt, calendar);
    const { planId, patientId: subject, id } = request;
    await this.timers.set(tx, { key, kind: unansweredTimer, subject, planId, dueAt, data: { id } });
  }
}
