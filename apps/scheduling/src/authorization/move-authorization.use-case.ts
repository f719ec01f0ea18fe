import { Injectable } from '@nestjs/common';
import { DomainError, type AuthorizationMove, type OutgoingEvent } from '#contracts';
import { Outbox } from '#messaging';
import { Clock, toActor, type Transaction, type User } from '#platform';
import { BlockAppointments } from '../appointment/block-appointments.use-case.js';
import { FollowedPlanRepository } from '../plan/followed-plan.repository.js';
import { AuthorizationClocks } from './authorization-clocks.js';
import {
  authorizationApprovedEvent,
  authorizationDeniedEvent,
  authorizationMovedEvent,
} from './authorization.events.js';
import { AuthorizationRepository, type StoredAuthorization } from './authorization.repository.js';
import { nextState, type AuthorizationEvent } from './authorization.states.js';

export interface MoveAuthorizationCommand {
  authorizationId: string;
  event: AuthorizationEvent;
  facts: AuthorizationMove;
  user: User;
}

/** The coordinator records what went to the payer and what came back; what is booked is blocked, or not any more. */
@Injectable()
export class MoveAuthorization {
  constructor(
    private readonly plans: FollowedPlanRepository,
    private readonly authorizations: AuthorizationRepository,
    private readonly clocks: AuthorizationClocks,
    private readonly blockAppointments: BlockAppointments,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  async execute(tx: Transaction, { authorizationId, event, facts, user }: MoveAuthorizationCommand): Promise<void> {
    const patientId = await this.authorizations.patientOf(tx, authorizationId);
    if (patientId !== null) await this.plans.lockPatient(tx, patientId);
    const stands = await this.authorizations.lock(tx, authorizationId);
    const state = nextState(stands.state, event);
    requireFitting(event, facts);
    const now = this.clock.now();
    const moved = { ...stands, ...answerOf(event, facts), state, changedAt: now };
    await this.authorizations.save(tx, moved);
    if (state === 'approved') await this.clocks.start(tx, moved, now);
    else await this.clocks.stop(tx, moved.id);
    await this.outbox.append(tx, eventOf(moved, user, now));
    await this.blockAppointments.execute(tx, moved.planId, now);
  }
}

type Field = keyof AuthorizationMove;
const permission: Field[] = ['units', 'side', 'level', 'partly', 'sites', 'note'];
const fieldsOf: Record<AuthorizationEvent, { required: Field[]; optional: Field[] }> = {
  submit: { required: [], optional: ['note'] },
  pend: { required: ['note'], optional: [] },
  approve: { required: ['validFrom', 'validUntil'], optional: permission },
  deny: { required: ['payerReason'], optional: ['appealBy'] },
  appeal: { required: [], optional: ['note'] },
  renew: { required: ['validFrom', 'validUntil'], optional: permission },
};

function requireFitting(event: AuthorizationEvent, facts: AuthorizationMove): void {
  const { required, optional } = fieldsOf[event];
  const given = (Object.keys(facts) as Field[]).filter((field) => facts[field] !== undefined);
  const errors = [
    ...required.filter((field) => !given.includes(field)).map((path) => ({ path, message: `is required to ${event}` })),
    ...given
      .filter((field) => ![...required, ...optional].includes(field))
      .map((path) => ({ path, message: `has no meaning for ${event}` })),
  ];
  if (facts.validFrom && facts.validUntil && facts.validUntil < facts.validFrom) {
    errors.push({ path: 'validUntil', message: 'must not be before validFrom' });
  }
  if (errors.length > 0) {
    throw new DomainError('invalid-input', `The fields do not fit what is recorded ("${event}").`, errors);
  }
}

/** An approval settles an earlier denial and counts anew; an appeal keeps the payer's reason in sight until it is answered. */
function answerOf(event: AuthorizationEvent, facts: AuthorizationMove): Partial<StoredAuthorization> {
  const { note = null } = facts;
  if (event === 'approve' || event === 'renew') {
    const { validFrom = null, validUntil = null, units = null, side = null, level = null, sites = null } = facts;
    const { partly = false } = facts;
    const answered = { payerReason: null, appealBy: null, unitsUsed: 0 };
    return { validFrom, validUntil, units, side, level, sites, partly, note, ...answered };
  }
  return event === 'deny' ? { payerReason: facts.payerReason ?? null, appealBy: facts.appealBy ?? null } : { note };
}

function eventOf(moved: StoredAuthorization, user: User, now: Date): OutgoingEvent {
  const { state, validFrom, validUntil, payerReason, appealBy } = moved;
  const by = toActor(user);
  if (state === 'submitted' || state === 'pended' || state === 'appealed') {
    return authorizationMovedEvent(moved, state, by, now);
  }
  if (state === 'approved' && validFrom !== null && validUntil !== null) {
    return authorizationApprovedEvent({ ...moved, validFrom, validUntil }, by, now);
  }
  return authorizationDeniedEvent(moved, { payerReason: payerReason ?? '', appealBy }, by, now);
}
