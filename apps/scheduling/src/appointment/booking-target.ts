import { Injectable } from '@nestjs/common';
import { describeProcedure } from '#clinical';
import { DomainError, type BookAppointment, type PartnerRole, type PlanDocument, type Procedure } from '#contracts';
import type { Transaction, User } from '#platform';
import { describeStudy } from '../authorization/derive-authorizations.js';
import { FollowedPlanRepository } from '../plan/followed-plan.repository.js';
import { RequestRepository, type StoredRequest } from '../request/request.repository.js';
import { CareTeamRepository, type Membership } from '../site/care-team.repository.js';
import { itemsOfRole, visitTitle } from './visit-at-partner.js';

/** What is to take place, for whom and where. */
export interface Target {
  planId: string;
  patientId: string;
  itemId: string;
  kind: 'procedure' | 'imaging' | 'visit';
  title: string;
  role: PartnerRole | null;
  partnerId: string | null;
  requestId: string | null;
  /** Null: asked for because of a red flag, outside any plan. */
  document: PlanDocument | null;
  procedureType: Procedure['type'] | null;
  isSameDay: boolean;
}

interface Asked {
  booking: BookAppointment;
  request: StoredRequest | null;
  document: PlanDocument | null;
  member: Membership | null;
}

const invalid = (path: string, message: string): DomainError =>
  new DomainError('invalid-input', 'The time cannot be booked as asked.', [{ path, message }]);

/** Finds what a booking is about, and whether this person may book it. */
@Injectable()
export class BookingTarget {
  constructor(
    private readonly plans: FollowedPlanRepository,
    private readonly requests: RequestRepository,
    private readonly team: CareTeamRepository,
  ) {}

  /** Locks the patient's times. */
  async find(tx: Transaction, booking: BookAppointment, user: User): Promise<Target> {
    const asked = booking.requestId === undefined ? null : await this.requests.find(tx, booking.requestId);
    const planId = asked?.planId ?? booking.planId ?? '';
    const plan = await this.plans.find(tx, planId);
    const members = (await this.team.ofPlan(tx, planId)).filter(({ status }) => status === 'active');
    const own = members.find(({ partnerId, accepted }) => partnerId === user.partnerId && accepted);
    if ((!plan && !asked) || (user.role === 'partner' && !mayBook(own, asked, booking))) {
      throw new DomainError('not-found', 'There is no such plan or request.');
    }
    const patientId = plan?.patientId ?? asked?.patientId ?? '';
    await this.plans.lockPatient(tx, patientId);
    // Read again behind the lock: the plan may have moved on meanwhile.
    const request = asked && (await this.requests.find(tx, asked.id));
    const document = (await this.plans.find(tx, planId))?.document ?? null;
    const member = user.role === 'partner' ? (own ?? null) : memberFor(booking, request, members);
    const found = targetOf({ booking, request, document, member });
    const isSameDay = request?.purpose === 'same-day';
    return { ...found, planId, patientId, document, requestId: request?.id ?? null, isSameDay };
  }
}

/** A partner books visits and studies at its own organization, and only of what is its own. */
function mayBook(own: Membership | undefined, request: StoredRequest | null, booking: BookAppointment): boolean {
  if (!own || (booking.partnerId !== undefined && booking.partnerId !== own.partnerId)) return false;
  if (booking.override) return false;
  if (request)
    return request.role === own.role && (request.purpose === 'therapy-visit' || request.purpose === 'imaging');
  return booking.kind === 'visit' || (booking.kind === 'imaging' && own.role === 'imaging');
}

function memberFor(
  { partnerId }: BookAppointment,
  request: StoredRequest | null,
  members: readonly Membership[],
): Membership | null {
  if (partnerId !== undefined) return members.find((one) => one.partnerId === partnerId) ?? null;
  return request?.purpose === 'therapy-visit' ? (members.find(({ role }) => role === request.role) ?? null) : null;
}

type Found = Omit<Target, 'planId' | 'patientId' | 'document' | 'requestId' | 'isSameDay'>;

function targetOf(asked: Asked): Found {
  const { booking, request } = asked;
  switch (request?.purpose) {
    case 'second-block':
    case 'ablation':
    case 'implant': {
      const message = 'the physician has to put it into the plan first';
      throw new DomainError('booking-refused', `Not yet: ${message}.`, [{ path: 'requestId', message }]);
    }
    case 'procedure':
    case 'imaging':
      return itemOf(request.purpose, request.itemId, asked);
    case 're-evaluation':
    case 'same-day':
      return { ...atClinic(request.itemId), title: request.title };
    case 'therapy-visit':
      return visitOf(asked);
    default:
      return booking.kind === 'visit' ? visitOf(asked) : itemOf(booking.kind ?? 'visit', booking.itemId ?? '', asked);
  }
}

const atClinic = (itemId: string): Found => ({
  itemId,
  kind: 'visit',
  title: 'Visit at the clinic',
  role: null,
  partnerId: null,
  procedureType: null,
});

function itemOf(kind: Target['kind'], itemId: string, { booking, document, member }: Asked): Found {
  const procedure = kind === 'procedure' ? document?.procedures.find(({ id }) => id === itemId) : undefined;
  if (procedure) {
    if (booking.partnerId !== undefined) throw invalid('partnerId', 'procedures take place at the clinic');
    if (procedure.status === 'done' || procedure.status === 'cancelled') {
      const message = `the procedure is ${procedure.status}`;
      throw new DomainError('booking-refused', `Not possible: ${message}.`, [{ path: 'itemId', message }]);
    }
    return { ...atClinic(itemId), kind, title: describeProcedure(procedure), procedureType: procedure.type };
  }
  const study = kind === 'imaging' ? document?.imaging.find(({ id }) => id === itemId) : undefined;
  if (!study) throw invalid('itemId', `the plan holds no such ${kind === 'imaging' ? 'study' : kind}`);
  if (study.status === 'resulted' || study.status === 'cancelled') {
    const message = `the study is ${study.status}`;
    throw new DomainError('booking-refused', `Not possible: ${message}.`, [{ path: 'itemId', message }]);
  }
  const partnerId = member?.partnerId ?? booking.partnerId ?? null;
  return { ...atClinic(itemId), kind, title: describeStudy(study), role: 'imaging', partnerId };
}

/** A visit at a partner is named by the role alone: what it is about, its own plan slice says. */
function visitOf({ booking, request, document, member }: Asked): Found {
  if (booking.partnerId !== undefined && !member) throw invalid('partnerId', 'it is not on this care team');
  if (request?.purpose === 'therapy-visit' && !member) throw invalid('partnerId', 'nobody on the care team does this');
  if (!member) {
    const itemId = booking.itemId ?? '';
    if (!document || !itemIdsOf(document).has(itemId)) throw invalid('itemId', 'must be an item of the plan');
    return atClinic(itemId);
  }
  const { role, partnerId } = member;
  const own = itemsOfRole(role, document);
  const itemId = request ? undefined : booking.itemId;
  if (itemId !== undefined && itemId !== role && !own.includes(itemId)) {
    throw invalid('itemId', `must be an item of ${role.replaceAll('-', ' ')}, or that role itself`);
  }
  return {
    itemId: itemId ?? own[0] ?? role,
    kind: 'visit',
    title: visitTitle(role),
    role,
    partnerId,
    procedureType: null,
  };
}

const itemIdsOf = ({
  procedures,
  imaging,
  rehab,
  behavioral,
  redFlags,
  medications,
  referralsNeeded,
  targets,
}: PlanDocument) =>
  new Set(
    [procedures, imaging, rehab, behavioral, redFlags, medications, referralsNeeded, targets].flatMap((items) =>
      (items as readonly { id: string }[]).map(({ id }) => id),
    ),
  );
