import { Injectable } from '@nestjs/common';
import { bookingDanger, inZone } from '#clinical';
import type { PlanDocument } from '#contracts';
import { Outbox } from '#messaging';
import type { Transaction } from '#platform';
import { notCovered } from '../authorization/authorization-coverage.js';
import { AuthorizationRepository, type StoredAuthorization } from '../authorization/authorization.repository.js';
import { FollowedPlanRepository } from '../plan/followed-plan.repository.js';
import { SiteRepository } from '../site/site.repository.js';
import { appointmentBlockedEvent } from './appointment.events.js';
import { AppointmentRepository, type StoredAppointment } from './appointment.repository.js';
import { isLive } from './appointment.states.js';

type Block = Pick<StoredAppointment, 'blockedCause' | 'blockedReason'>;
const free: Block = { blockedCause: null, blockedReason: null };

/**
 * After anything that booked times depend on has changed (the plan, the payer's answer, the calendar): says of each whether it can take place
 * as things are. A block is shown and told, and nothing is cancelled by it: that is for people.
 */
@Injectable()
export class BlockAppointments {
  constructor(
    private readonly plans: FollowedPlanRepository,
    private readonly appointments: AppointmentRepository,
    private readonly authorizations: AuthorizationRepository,
    private readonly sites: SiteRepository,
    private readonly outbox: Outbox,
  ) {}

  async execute(tx: Transaction, planId: string, now: Date): Promise<void> {
    const plan = await this.plans.find(tx, planId);
    const live = (await this.appointments.ofPlan(tx, planId)).filter(isLive);
    if (!plan || live.length === 0) return;
    const permissions = (await this.authorizations.ofPlan(tx, planId)).filter(({ state }) => state !== 'withdrawn');
    const { calendar } = await this.sites.clinic(tx);
    for (const stands of live) {
      const day = inZone(stands.startsAt, calendar).toISODate() ?? '';
      const permission = permissions.find(({ itemId }) => itemId === stands.itemId) ?? null;
      const block = blockOf(stands, { document: plan.document, permission, day });
      if (block.blockedCause === stands.blockedCause) {
        if (block.blockedReason !== stands.blockedReason) await this.appointments.save(tx, { ...stands, ...block });
        continue;
      }
      const appointment = { ...stands, ...block, changedAt: now };
      await this.appointments.save(tx, appointment);
      await this.outbox.append(tx, appointmentBlockedEvent({ appointment, planVersion: plan.version }, now));
    }
  }
}

export function blockOf(
  { kind, itemId }: Pick<StoredAppointment, 'kind' | 'itemId'>,
  { document, permission, day }: { document: PlanDocument; permission: StoredAuthorization | null; day: string },
): Block {
  if (kind === 'diary-call') return free;
  const procedure = document.procedures.find(({ id }) => id === itemId);
  const danger = kind === 'procedure' ? bookingDanger(document, itemId) : null;
  if (danger) return { blockedCause: danger.cause, blockedReason: danger.reason };
  if (!permission) return free;
  if (kind === 'procedure' && !procedure?.authorizationRequired) return free;
  // An emergency never waits for a payer.
  if (kind === 'imaging' && document.imaging.find(({ id }) => id === itemId)?.urgency === 'emergency') return free;
  const missing = notCovered(permission, {
    day,
    ...(procedure ? { side: procedure.side, level: procedure.level } : {}),
  });
  return missing
    ? { blockedCause: missing.cause, blockedReason: `Needed: ${missing.needed}; ${missing.found}.` }
    : free;
}
