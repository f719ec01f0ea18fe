import { type AcknowledgeHandoff as Answer, DomainError } from '#contracts';
import { Outbox } from '#messaging';
import { toActor, type Transaction, type User } from '#platform';
import { Injectable } from '@nestjs/common';
import { TeamCopyRepository } from '../projection/team-copy.repository.js';
import { FollowAppointments } from '../referral/follow-appointments.use-case.js';
import { ReferralOpening } from '../referral/referral-opening.js';
import { DeskWork } from '../work-item/desk-work.js';
import { acknowledged } from './handoff.events.js';
import { HandoffRepository, type HandoffRow } from './handoff.repository.js';

interface Acknowledge {
  id: string;
  answer: Answer;
  user: User;
  now: Date;
}

/**
 * A partner states which plan version it works from, or the coordinator does so on its behalf. Any version from
 * `contentVersion` to `throughVersion` counts for `throughVersion`; the member works from there on, and
 * `handoff.acknowledged` says so. A referral still waiting for an answer counts as accepted; a concern becomes an item
 * for the physician (PH-09).
 */
@Injectable()
export class AcknowledgeHandoff {
  constructor(
    private readonly team: TeamCopyRepository,
    private readonly handoffs: HandoffRepository,
    private readonly referrals: ReferralOpening,
    private readonly desks: DeskWork,
    private readonly outbox: Outbox,
    private readonly appointments: FollowAppointments,
  ) {}

  async execute(tx: Transaction, { id, answer, user, now }: Acknowledge): Promise<void> {
    const concern = concernOf(answer);
    const handoff = await this.handoffs.lockFor(tx, id, user);
    if (isRepeated(handoff, answer)) return;
    await this.refuseUnlessCurrent(tx, handoff, answer.version);

    const byMachine = user.machine === true;
    const given = { kind: answer.kind, concern, onBehalf: user.role === 'coordinator', byMachine };
    const at = now.toISOString();
    await this.handoffs.change(tx, id, {
      status: 'acknowledged',
      endedAt: now,
      acknowledgement: { ...given, version: handoff.throughVersion, by: user.name, at },
      ...takenBack(handoff, user.name, at),
    });
    if (handoff.memberId !== null) await this.team.acknowledge(tx, handoff.memberId, handoff.throughVersion);
    await this.outbox.append(tx, acknowledged(handoff, { ...given, by: toActor(user) }, now));
    await this.tell(tx, handoff, { answer, user, now });
    await this.follow(tx, handoff, { concern, user, now });
  }

  private async refuseUnlessCurrent(tx: Transaction, handoff: HandoffRow, version: number): Promise<void> {
    const { status, contentVersion, throughVersion } = handoff;
    const isBelow = version < contentVersion && (status === 'open' || status === 'acknowledged');
    if (status === 'superseded' || isBelow) {
      const replacedBy = await this.handoffs.lastReplacement(tx, handoff.id);
      throw new DomainError(
        'superseded',
        'What was asked has changed since that version: read the newer handoff.',
        [],
        { replacedBy },
      );
    }
    if (status !== 'open') {
      const allowed = status === 'unassigned' ? ['assignment'] : [];
      throw new DomainError('illegal-transition', `A handoff that is ${status} cannot be acknowledged.`, [], {
        state: status,
        allowed,
      });
    }
    if (version > throughVersion) {
      throw new DomainError('illegal-transition', `The newest version here is ${throughVersion}.`, [], {
        state: status,
        allowed: ['acknowledgement'],
        contentVersion,
        throughVersion,
      });
    }
  }

  private async tell(
    tx: Transaction,
    handoff: HandoffRow,
    { answer, user, now }: Omit<Acknowledge, 'id'>,
  ): Promise<void> {
    const onBehalf = user.role === 'coordinator' ? ' on behalf of the partner' : user.machine ? ' by a system' : '';
    const withConcern = answer.kind === 'acknowledged-with-concern' ? ' with a concern' : '';
    const note = answer.note === undefined ? '' : `: ${answer.note}`;
    await this.handoffs.addEntries(tx, {
      handoffId: handoff.id,
      at: now,
      kind: 'history',
      text: `Version ${handoff.throughVersion} acknowledged${withConcern}${onBehalf}${note}`,
      by: user.name,
      forPartner: true,
    });
  }

  private async follow(
    tx: Transaction,
    handoff: HandoffRow,
    at: { concern: string | null; user: User; now: Date },
  ): Promise<void> {
    const { memberId, partnerId, planId, patientId } = handoff;
    if (memberId === null || partnerId === null) return;
    if (await this.referrals.acceptIfSent(tx, memberId, toActor(at.user), at.now)) {
      const text = 'Referral accepted: the partner works from this version.';
      await this.handoffs.addEntries(tx, {
        handoffId: handoff.id,
        at: at.now,
        kind: 'history',
        text,
        by: at.user.name,
        forPartner: true,
      });
      await this.appointments.catchUp(tx, memberId, at.now);
    }
    if (at.concern === null) return;
    const planVersion = handoff.throughVersion;
    await this.desks.partnerRaisedConcern(tx, {
      planId,
      patientId,
      planVersion,
      partnerId,
      concern: at.concern,
      now: at.now,
    });
  }
}

/** Whoever objected and acknowledges after all takes the objection back. */
const takenBack = ({ contest, contestedAt }: HandoffRow, by: string, at: string) =>
  contest === null || contestedAt === null
    ? {}
    : { contest: { ...contest, answer: { byVersion: null, reply: null, at, by } } };

const concernOf = (answer: Answer): string | null => {
  if (answer.kind === 'acknowledged') return null;
  if (answer.note === undefined) {
    throw new DomainError('invalid-input', 'A concern needs words.', [
      { path: 'note', message: 'Required for acknowledged-with-concern.' },
    ]);
  }
  return answer.note;
};

/** The same answer once more (a retry, a second click) is no second acknowledgement. */
const isRepeated = (handoff: HandoffRow, answer: Answer): boolean =>
  handoff.status === 'acknowledged' &&
  handoff.acknowledgement?.kind === answer.kind &&
  answer.version >= handoff.contentVersion &&
  answer.version <= handoff.throughVersion;
