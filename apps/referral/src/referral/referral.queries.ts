import { allowedReferralEvents } from '#clinical';
import {
  DomainError,
  type Page,
  type Referral as ReferralAnswer,
  type ReferralDetail,
  type ReferralQuery,
} from '#contracts';
import { type Role, type Transaction, type User } from '#platform';
import { Injectable } from '@nestjs/common';
import { DataSource, type SelectQueryBuilder } from 'typeorm';
import { nextCursor, readPosition } from '../keyset-cursor.js';
import { factsOf, moverOf, waitingOnOf } from './referral-facts.js';
import { ReferralStep } from './referral-step.entity.js';
import { Referral } from './referral.entity.js';

@Injectable()
export class ReferralQueries {
  constructor(private readonly dataSource: DataSource) {}

  /** Newest first; a partner sees its own. */
  async list(query: ReferralQuery, user: User): Promise<Page<ReferralAnswer>> {
    const rows = await filtered(visibleTo(this.dataSource.manager, user), query)
      .orderBy('referral.sentAt', 'DESC')
      .addOrderBy('referral.id', 'DESC')
      .take(query.limit + 1)
      .getMany();
    return {
      items: rows.slice(0, query.limit).map((row) => toAnswer(row, user.role)),
      next: nextCursor(rows, query.limit, (row) => row.sentAt),
    };
  }

  async get(id: string, user: User, from: Transaction = this.dataSource.manager): Promise<ReferralDetail> {
    const row = await visibleTo(from, user).andWhere('referral.id = :id', { id }).getOne();
    if (!row) throw new DomainError('not-found', 'There is no such referral.');
    const steps = await from.find(ReferralStep, { where: { referralId: id }, order: { number: 'ASC' } });
    const history = steps.map(({ at, event, before, state, note, by }) => ({
      at: at.toISOString(),
      event,
      before,
      state,
      note,
      by,
    }));
    return { ...toAnswer(row, user.role), history };
  }
}

function visibleTo(from: Transaction, user: User): SelectQueryBuilder<Referral> {
  const rows = from.createQueryBuilder(Referral, 'referral');
  // A partner account without an organization matches nothing; what was not sent to it does not exist for it.
  if (user.role !== 'partner') return rows.where('true');
  rows.where(`referral.partnerId = :own and referral.state <> 'draft'`, { own: user.partnerId });
  // Who came by a link sees the one request that it is about.
  return user.guest ? rows.andWhere(ofHandoff('guest'), { guest: user.guest.handoffId }) : rows;
}

/** The referral of the member that a handoff was issued to. */
const ofHandoff = (parameter: string): string =>
  `referral.memberId = (select member_id from handoff where id = :${parameter})`;

function filtered(rows: SelectQueryBuilder<Referral>, query: ReferralQuery): SelectQueryBuilder<Referral> {
  const { state, role, partner, patient, plan, handoff } = query;
  if (state) rows.andWhere('referral.state = :state', { state });
  if (role) rows.andWhere('referral.role = :role', { role });
  if (partner) rows.andWhere('referral.partnerId = :partner', { partner });
  if (patient) rows.andWhere('referral.patientId = :patient', { patient });
  if (plan) rows.andWhere('referral.planId = :plan', { plan });
  if (handoff) rows.andWhere(ofHandoff('handoff'), { handoff });
  const after = readPosition(query.cursor);
  if (after)
    rows.andWhere('(referral.sentAt, referral.id) < (:sent::timestamptz, :after::uuid)', {
      sent: after[0],
      after: after[1],
    });
  return rows;
}

const iso = (at: Date | null): string | null => at?.toISOString() ?? null;

const clockOf = ({ clock, dueAt, dueZone, dueCalendar }: Referral): ReferralAnswer['clock'] =>
  clock && dueAt && dueZone && dueCalendar
    ? { name: clock, dueAt: dueAt.toISOString(), timeZone: dueZone, calendar: dueCalendar }
    : null;

const toAnswer = (row: Referral, reader: Role): ReferralAnswer => {
  const mover = moverOf(reader);
  const isPartner = reader === 'partner';
  return {
    ...{ id: row.id, planId: row.planId, patientId: row.patientId, memberId: row.memberId },
    ...{ role: row.role, partnerId: row.partnerId, handoffId: row.handoffId, state: row.state },
    waitingOn: waitingOnOf(row),
    allowed: mover ? allowedReferralEvents(factsOf(row), mover) : [],
    clock: clockOf(row),
    sentAt: row.sentAt.toISOString(),
    changedAt: row.changedAt.toISOString(),
    note: row.note,
    ...{ delivered: row.delivered, received: row.received, accepted: row.accepted, confirmed: row.confirmed },
    ...{ family: row.family, code: row.code, missing: row.missing },
    appointmentAt: iso(row.appointmentAt),
    appointmentId: row.appointmentId,
    appointmentConfirmed: row.appointmentId === null ? null : row.appointmentConfirmed,
    ...{ reviewOn: row.reviewOn, visits: row.visits },
    // Who is asked before and after is the clinic's own business.
    followsId: isPartner ? null : row.followsId,
    followedById: isPartner ? null : row.followedById,
  };
};
