import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EventData, OutgoingEvent, planPublished } from '#contracts';
import { Outbox } from '#messaging';
import type { Transaction } from '#platform';
import {
  appointmentBookedEvent,
  appointmentCancelledEvent,
  appointmentFulfilledEvent,
  appointmentMovedEvent,
} from './appointment.events.js';
import { CountUnit } from '../authorization/count-unit.use-case.js';
import { AppointmentRepository, type StoredAppointment, unbooked } from './appointment.repository.js';
import { isLive } from './appointment.states.js';
import {
  cancellationReason,
  deriveAppointments,
  isWanted,
  settleAppointment,
  type DerivedAppointment,
  type Settled,
} from './derive-appointments.js';

type Published = EventData<typeof planPublished>;

/** Follows `plan.published`: the times of procedures and diary calls become what the document says. */
@Injectable()
export class FollowPlanAppointments {
  constructor(
    private readonly appointments: AppointmentRepository,
    private readonly countUnit: CountUnit,
    private readonly outbox: Outbox,
  ) {}

  async execute(tx: Transaction, published: Published): Promise<void> {
    const known = newestOfEach((await this.appointments.ofPlan(tx, published.planId)).filter(isFromPlan));
    const derived = deriveAppointments(published.document);
    for (const appointment of derived) {
      const stands = known.find((candidate) => isSame(candidate, appointment));
      await this.settle(tx, published, stands, appointment);
    }
    for (const stands of known) {
      if (!derived.some((appointment) => isSame(stands, appointment)))
        await this.settle(tx, published, stands, undefined);
    }
  }

  private async settle(
    tx: Transaction,
    published: Published,
    stands: StoredAppointment | undefined,
    derived: DerivedAppointment | undefined,
  ): Promise<void> {
    const isStillWanted = stands !== undefined && isWanted(published.document, stands.itemId);
    const settled = settleAppointment(stands, derived, isStillWanted);
    const base = baseOf(stands, derived, { settled, published });
    if (!base) return;
    const title = derived?.title ?? base.title;
    if (!settled) {
      if (title !== base.title) await this.appointments.save(tx, { ...base, title });
      return;
    }
    const next = settledRow({ ...base, title }, settled, published);
    await this.appointments.save(tx, next);
    if (!settled.news) return;
    await this.outbox.append(tx, told(settled, next, { before: base.startsAt, derived, published }));
    if (settled.news === 'fulfilled') await this.countUnit.execute(tx, next, next.changedAt);
  }
}

type Named = Pick<StoredAppointment, 'itemId' | 'kind' | 'hoursAfter'>;
const isSame = (a: Named, b: Named): boolean =>
  a.itemId === b.itemId && a.kind === b.kind && a.hoursAfter === b.hoursAfter;

/** A visit or a study is booked by people: no plan version takes it away. */
const isFromPlan = ({ kind }: StoredAppointment): boolean => kind === 'procedure' || kind === 'diary-call';

/** What was missed or cancelled stays as history; the plan speaks of what came after it. */
const newestOfEach = (rows: readonly StoredAppointment[]): StoredAppointment[] =>
  rows.filter(
    (row, at) =>
      !rows.some(
        (other, index) => isSame(row, other) && ((isLive(other) && !isLive(row)) || (index > at && !isLive(row))),
      ),
  );

/** The row that a version writes: a new one where there is none, and beside a visit that the patient missed. */
function baseOf(
  stands: StoredAppointment | undefined,
  derived: DerivedAppointment | undefined,
  { settled, published }: { settled: Settled | null; published: Published },
): StoredAppointment | undefined {
  const isMissed = stands?.state === 'no-show' && settled?.news === 'booked';
  return stands && !isMissed ? stands : derived && opened(published, derived);
}

function settledRow(base: StoredAppointment, settled: Settled, published: Published): StoredAppointment {
  const { state, startsAt, planStartsAt, news } = settled;
  const isOpen = state !== 'cancelled' && state !== 'fulfilled';
  return {
    ...base,
    state,
    startsAt,
    planStartsAt,
    settledByDesk: false,
    sequence: news === null || news === 'fulfilled' ? base.sequence : base.sequence + 1,
    reason: news === 'cancelled' ? cancellationReason(published.document, base.itemId) : isOpen ? null : base.reason,
    ...(isOpen ? {} : { blockedCause: null, blockedReason: null }),
    changedAt: new Date(published.publishedAt),
  };
}

const opened = ({ planId, patientId, publishedAt }: Published, derived: DerivedAppointment): StoredAppointment => ({
  ...unbooked,
  id: randomUUID(),
  planId,
  patientId,
  itemId: derived.itemId,
  kind: derived.kind,
  hoursAfter: derived.hoursAfter,
  title: derived.title,
  state: derived.state,
  startsAt: derived.startsAt,
  planStartsAt: derived.startsAt,
  minutes: derived.kind === 'diary-call' ? 15 : unbooked.minutes,
  createdAt: new Date(publishedAt),
  changedAt: new Date(publishedAt),
});

function told(
  { news, overruled }: Settled,
  next: StoredAppointment,
  context: { before: Date; derived: DerivedAppointment | undefined; published: Published },
): OutgoingEvent {
  const { before, derived, published } = context;
  const at = next.changedAt;
  switch (news) {
    case 'moved':
      return appointmentMovedEvent(next, { before, ...(overruled ? { overruledBy: published.version } : {}) }, at);
    case 'fulfilled':
      return appointmentFulfilledEvent(next, at);
    case 'cancelled':
      return appointmentCancelledEvent(next, next.reason ?? '', at);
    default:
      return appointmentBookedEvent(next, derived?.procedureType ?? null, at);
  }
}
