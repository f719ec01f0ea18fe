import { Injectable } from '@nestjs/common';
import { DomainError, type AuthorizationMove, type OutgoingEvent } from '#contracts';
import { Outbox } from '#messaging';
import { Clock, toActor, type Transaction, type User } from '#platform';
import { authorizationApprovedEvent, authorizationDeniedEvent } from './authorization.events.js';
import { AuthorizationRepository, type StoredAuthorization } from './authorization.repository.js';
import { nextState, type AuthorizationEvent } from './authorization.states.js';

export interface MoveAuthorizationCommand {
  authorizationId: string;
  event: AuthorizationEvent;
  facts: AuthorizationMove;
  user: User;
}

/** The coordinator records what went to the payer and what came back. The payer's answer is told, the sending is not. */
@Injectable()
export class MoveAuthorization {
  constructor(
    private readonly authorizations: AuthorizationRepository,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  async execute(tx: Transaction, { authorizationId, event, facts, user }: MoveAuthorizationCommand): Promise<void> {
    const stands = await this.authorizations.lock(tx, authorizationId);
    const state = nextState(stands.state, event);
    requireFitting(event, facts);
    const now = this.clock.now();
    const moved = { ...stands, ...answerOf(event, facts), state, changedAt: now };
    await this.authorizations.save(tx, moved);
    await this.outbox.append(tx, ...eventsOf(event, moved, user, now));
  }
}

type Field = keyof AuthorizationMove;
const fieldsOf: Record<AuthorizationEvent, { required: Field[]; optional: Field[] }> = {
  submit: { required: [], optional: [] },
  approve: { required: ['validFrom', 'validUntil'], optional: [] },
  deny: { required: ['payerReason'], optional: ['appealBy'] },
  appeal: { required: [], optional: [] },
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

/** An approval settles an earlier denial; an appeal keeps the payer's reason in sight until it is answered. */
function answerOf(event: AuthorizationEvent, facts: AuthorizationMove): Partial<StoredAuthorization> {
  if (event === 'approve') {
    const { validFrom = null, validUntil = null } = facts;
    return { validFrom, validUntil, payerReason: null, appealBy: null };
  }
  return event === 'deny' ? { payerReason: facts.payerReason ?? null, appealBy: facts.appealBy ?? null } : {};
}

function eventsOf(event: AuthorizationEvent, moved: StoredAuthorization, user: User, now: Date): OutgoingEvent[] {
  const { validFrom, validUntil, payerReason, appealBy } = moved;
  if (event === 'approve' && validFrom !== null && validUntil !== null) {
    return [authorizationApprovedEvent(moved, { validFrom, validUntil }, toActor(user), now)];
  }
  if (event === 'deny' && payerReason !== null) {
    return [authorizationDeniedEvent(moved, { payerReason, appealBy }, toActor(user), now)];
  }
  return [];
}
