import { Injectable } from '@nestjs/common';
import { checkProcedureBooking, closedForSession, inZone, toInstant } from '#clinical';
import { DomainError, type FieldError, rehabDisciplines, type PlanDocument, type Rehab } from '#contracts';
import { Clock, type Transaction, type User } from '#platform';
import { notCovered } from '../authorization/authorization-coverage.js';
import { AuthorizationRepository, type StoredAuthorization } from '../authorization/authorization.repository.js';
import { SchedulingConfig } from '../scheduling.config.js';
import { type Site, SiteRepository } from '../site/site.repository.js';
import { AppointmentRepository, type StoredAppointment } from './appointment.repository.js';
import { isLive } from './appointment.states.js';
import { conflicts, heldBack, missedInRow, missedTooOften, outsideHours, refused } from './booking-checks.js';

export interface WantedTime {
  /** As it would stand. */
  draft: StoredAppointment;
  /** Null: what is asked for outside any plan, because of a red flag. */
  document: PlanDocument | null;
  user: User;
  /** It answers what cannot wait: kept times are for it. */
  isSameDay: boolean;
  override: { reason: string; patientMayPay?: true | undefined } | undefined;
}

interface Refusals {
  errors: FieldError[];
  possibleFrom?: Date | null;
}

/** Everything that a wanted time must meet before it is booked or moved. A refusal names each rule, what was found, and from when it works. */
@Injectable()
export class BookingRules {
  constructor(
    private readonly sites: SiteRepository,
    private readonly authorizations: AuthorizationRepository,
    private readonly appointments: AppointmentRepository,
    private readonly config: SchedulingConfig,
    private readonly clock: Clock,
  ) {}

  async require(tx: Transaction, wanted: WantedTime): Promise<void> {
    const { draft } = wanted;
    const site = await this.sites.site(tx, draft.partnerId);
    if (!site) throw invalid('partnerId', 'no such organization is known');
    if (draft.startsAt <= this.clock.now()) throw invalid('startsAt', 'must lie in the future');
    const clinic = await this.sites.clinic(tx);
    const ofPlan = await this.appointments.ofPlan(tx, draft.planId);
    const found: Refusals[] = [
      { errors: await this.ofPlaceAndTime(tx, wanted, site) },
      { errors: missedTooOften(missedInRow(draft, ofPlan), wanted.user.role === 'coordinator') },
      this.ofProcedure(wanted, clinic, ofPlan),
      ofSession(wanted, clinic, ofPlan),
      { errors: await this.ofPermission(tx, wanted, clinic, ofPlan) },
    ];
    const errors = found.flatMap((one) => one.errors);
    if (errors.length === 0) return;
    throw bookingRefused(errors, found, clinic);
  }

  private async ofPlaceAndTime(tx: Transaction, { draft, isSameDay }: WantedTime, site: Site): Promise<FieldError[]> {
    const { resource, partnerId, patientId } = draft;
    const ofPatient = await this.appointments.liveOfPatient(tx, patientId);
    const ofResource = resource === null ? [] : await this.appointments.liveOfResource(tx, { partnerId, resource });
    const kept = { slots: this.config.sameDaySlots, calendar: site.calendar, now: this.clock.now() };
    return [
      ...outsideHours(site, draft),
      ...conflicts(draft, { ofPatient, ofResource }),
      ...(partnerId === null && !isSameDay ? heldBack(draft, kept) : []),
    ];
  }

  private ofProcedure(
    { draft, document, override, user }: WantedTime,
    { calendar }: Site,
    ofPlan: readonly StoredAppointment[],
  ): Refusals {
    if (draft.kind !== 'procedure' || !document) return { errors: [] };
    if (document.status !== 'active') {
      return { errors: [refused('planId', 'a plan that is in force', `it is ${document.status}`)] };
    }
    const refusal = checkProcedureBooking(document, {
      procedureId: draft.itemId,
      at: draft.startsAt,
      override: override && { reason: override.reason, by: user.name },
      reserved: reservedTimes(ofPlan, draft.id),
      calendar,
      now: this.clock.now(),
    });
    return refusal ?? { errors: [] };
  }

  /** The payer's permission, and the network where the payer wants one. An emergency waits for neither. */
  private async ofPermission(
    tx: Transaction,
    { draft, document, override }: WantedTime,
    { calendar }: Site,
    ofPlan: readonly StoredAppointment[],
  ): Promise<FieldError[]> {
    if (!document) return [];
    const procedure =
      draft.kind === 'procedure' ? document.procedures.find(({ id }) => id === draft.itemId) : undefined;
    const study = draft.kind === 'imaging' ? document.imaging.find(({ id }) => id === draft.itemId) : undefined;
    if (study?.urgency === 'emergency' || (procedure && !procedure.authorizationRequired)) return [];
    const permission = await this.authorizations.ofItem(tx, draft);
    const isNeeded = procedure !== undefined || study !== undefined || permission !== null;
    if (!isNeeded) return [];
    const alsoBooked = ofPlan.filter(
      (other) => other.id !== draft.id && other.itemId === draft.itemId && isLive(other) && other.kind === draft.kind,
    ).length;
    const day = inZone(draft.startsAt, calendar).toISODate() ?? '';
    const place = procedure ? { side: procedure.side, level: procedure.level } : {};
    const missing = permission
      ? notCovered(permission, { day, alsoBooked, ...place })
      : { needed: "the payer's permission", found: 'nobody has asked the payer yet' };
    return [
      ...(missing ? [refused('startsAt', missing.needed, missing.found)] : []),
      ...(study?.networkRequired ? outsideNetwork(draft, permission, override) : []),
    ];
  }
}

const outsideNetwork = (
  { partnerId }: StoredAppointment,
  permission: StoredAuthorization | null,
  override: WantedTime['override'],
): FieldError[] => {
  const { sites } = permission ?? {};
  if (!sites || (partnerId !== null && sites.includes(partnerId)) || override?.patientMayPay) return [];
  const needed = `a site of the payer's network (${sites.join(', ')}); outside it this may cost the patient`;
  return [refused('partnerId', needed, `found ${partnerId ?? 'the clinic itself'}`, true)];
};

/** Times that the desk reserved and no version has taken up, by item id. */
const reservedTimes = (appointments: readonly StoredAppointment[], except: string): Map<string, Date> =>
  new Map(
    appointments
      .filter((one) => one.id !== except && one.kind === 'procedure' && isLive(one))
      .map(({ itemId, startsAt }) => [itemId, startsAt]),
  );

const isTherapy = (role: string | null): role is Rehab['discipline'] =>
  (rehabDisciplines as readonly (string | null)[]).includes(role);

function ofSession(
  { draft, document, user }: WantedTime,
  { calendar }: Site,
  ofPlan: readonly StoredAppointment[],
): Refusals {
  const { kind, role, loading, startsAt: at } = draft;
  if (kind !== 'visit' || !document || !isTherapy(role)) return { errors: [] };
  const { timeZone } = calendar;
  const reserved = reservedTimes(ofPlan, draft.id);
  const closed = closedForSession({ document, discipline: role, at, loading, timeZone, reserved });
  if (!closed) return { errors: [] };
  const message = user.role === 'partner' ? closed.forPartner : closed.reason;
  return { errors: [{ path: 'startsAt', message }], possibleFrom: closed.possibleFrom };
}

const invalid = (path: string, message: string): DomainError =>
  new DomainError('invalid-input', 'The time cannot be booked as asked.', [{ path, message }]);

/** The first moment at which nothing of this stands in the way; not said when waiting alone does not help. */
function bookingRefused(errors: FieldError[], found: readonly Refusals[], { calendar }: Site): DomainError {
  const faulty = found.filter((one) => one.errors.length > 0);
  const moments = faulty.map(({ possibleFrom }) => possibleFrom ?? null);
  const isKnown = moments.every((moment) => moment !== null);
  const last = isKnown ? moments.reduce((a, b) => (a > b ? a : b)) : null;
  return new DomainError('booking-refused', errors[0]?.message ?? '', errors, {
    possibleFrom: last && toInstant(last, calendar),
  });
}
