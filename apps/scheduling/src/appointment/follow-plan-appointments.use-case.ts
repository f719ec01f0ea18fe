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
import { AppointmentRepository, type StoredAppointment } from './appointment.repository.js';
import {
  cancellationReason,
  deriveAppointments,
  settleAppointment,
  type AppointmentNews,
  type DerivedAppointment,
} from './derive-appointments.js';

type Published = EventData<typeof planPublished>;

/** Follows `plan.published`: the times of procedures and diary calls become what the document says. */
@Injectable()
export class FollowPlanAppointments {
  constructor(
    private readonly appointments: AppointmentRepository,
    private readonly outbox: Outbox,
  ) {}

  async execute(tx: Transaction, published: Published): Promise<void> {
    const known = (await this.appointments.ofPlan(tx, published.planId)).filter(isFromPlan);
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
    const settled = settleAppointment(stands, derived);
    const base = stands ?? (derived && opened(published, derived));
    if (!base) return;
    const title = derived?.title ?? base.title;
    if (!settled) {
      if (title !== base.title) await this.appointments.save(tx, { ...base, title });
      return;
    }
    const { state, startsAt, news } = settled;
    const next = { ...base, title, state, startsAt, changedAt: new Date(published.publishedAt) };
    await this.appointments.save(tx, next);
    if (news) await this.outbox.append(tx, told(news, next, { before: base.startsAt, derived, published }));
  }
}

type Named = Pick<StoredAppointment, 'itemId' | 'kind' | 'hoursAfter'>;
const isSame = (a: Named, b: Named): boolean =>
  a.itemId === b.itemId && a.kind === b.kind && a.hoursAfter === b.hoursAfter;

/** A visit is booked by the desk: no plan version takes it away. */
const isFromPlan = ({ kind }: StoredAppointment): boolean => kind === 'procedure' || kind === 'diary-call';

const opened = ({ planId, patientId, publishedAt }: Published, derived: DerivedAppointment): StoredAppointment => ({
  id: randomUUID(),
  planId,
  patientId,
  itemId: derived.itemId,
  kind: derived.kind,
  hoursAfter: derived.hoursAfter,
  title: derived.title,
  state: derived.state,
  settledByDesk: false,
  startsAt: derived.startsAt,
  changedAt: new Date(publishedAt),
});

function told(
  news: AppointmentNews,
  next: StoredAppointment,
  context: { before: Date; derived: DerivedAppointment | undefined; published: Published },
): OutgoingEvent {
  const { before, derived, published } = context;
  const at = next.changedAt;
  switch (news) {
    case 'booked':
      return appointmentBookedEvent(next, derived?.procedureType ?? null, at);
    case 'moved':
      return appointmentMovedEvent(next, before, at);
    case 'fulfilled':
      return appointmentFulfilledEvent(next, at);
    case 'cancelled':
      return appointmentCancelledEvent(next, cancellationReason(published.document, next.itemId), at);
  }
}
