import type {
  AgeBand,
  Ask,
  Blocker,
  BusinessCalendar,
  ClinicHandoff,
  Contest,
  HandoffPacket,
  HandoffStatus,
  HandoffSummary,
  Lane,
  PartnerHandoff,
  PartnerRole,
  PlanChange,
  PlanSlice,
  Urgency,
} from '#contracts';
import type { Role } from '#platform';
import { businessDaysBetween, shareOfTime } from '#clinical';
import { toPartnerAsk } from './handoff.events.js';
import type { SetBlocker } from './list-columns.js';
import { replyCode } from './reply-code.js';

/** A row as the queries select it. */
export interface SummaryRow {
  id: string;
  plan_id: string;
  patient_id: string;
  given_name: string;
  family_name: string;
  record_number: string;
  birth_date: string;
  role: PartnerRole;
  member_id: string | null;
  partner_id: string | null;
  partner_name: string | null;
  partner_time_zone: string | null;
  status: HandoffStatus;
  from_version: number;
  content_version: number;
  through_version: number;
  urgency: Urgency;
  due_at: Date;
  issued_at: Date;
  asks: Ask[];
  superseded_by: string | null;
  owner: string | null;
  /** Its content came from a version that should never have existed. */
  in_error: boolean;
  /** Its holder declined, or was asked no more before it took the patient: its view is over. */
  is_lost: boolean;
  acknowledgement: PartnerHandoff['acknowledgement'];
  waiting_on: Lane;
  pool: string | null;
  labels: string[];
  chase_on: string | null;
  chase_reason: string | null;
  asleep: boolean;
  blocker: SetBlocker | null;
  awaiting_authorization: boolean;
  awaiting_consent: boolean;
  delivered_at: Date | null;
  undeliverable_at: Date | null;
  opened_at: Date | null;
  contested_at: Date | null;
  answer_by: Date | null;
  half_at: Date | null;
  late_at: Date | null;
  last_activity_at: Date;
}

/** In whose business days a row ages: its partner's, or the clinic's while the clinic has to move. */
export interface Reading {
  now: Date;
  calendarOf: (row: Pick<SummaryRow, 'partner_id' | 'contested_at'>) => BusinessCalendar;
}

export interface DetailRow extends SummaryRow {
  slice: PlanSlice;
  changes: PlanChange[];
  ruleset_version: string;
  contest: Contest | null;
}

export interface EntryRow {
  at: Date;
  kind: 'history' | 'note';
  text: string;
  by_name: string | null;
  for_partner: boolean;
  /** False for notes that were written on a handoff which this one replaced. */
  is_own: boolean;
}

const isWaiting = (status: HandoffStatus): boolean => status === 'open' || status === 'unassigned';

/** Who declined keeps the line that it did, and nothing of the content; nor does anybody keep what was entered in error. */
const isSealed = (row: SummaryRow, reader: Role): boolean =>
  reader === 'partner' && (row.status === 'closed' || row.in_error || row.is_lost);

const dueOf = (row: SummaryRow): Date => row.answer_by ?? row.due_at;

const bandOf = (row: SummaryRow, now: Date): AgeBand => {
  if (row.late_at !== null && now >= row.late_at) return 'from-150';
  if (now >= dueOf(row)) return 'from-100';
  return row.half_at !== null && now >= row.half_at ? 'from-50' : 'under-50';
};

const ageOf = (row: SummaryRow, { now, calendarOf }: Reading): HandoffSummary['age'] => {
  if (!isWaiting(row.status)) return null;
  const calendar = calendarOf(row);
  const blockedAt = row.blocker === null ? null : new Date(row.blocker.at);
  const since = row.contested_at ?? row.undeliverable_at ?? blockedAt ?? row.issued_at;
  const used = shareOfTime({ from: row.contested_at ?? row.issued_at, due: dueOf(row) }, now, calendar);
  return {
    since: since.toISOString(),
    businessDays: businessDaysBetween(since, now, calendar),
    usedPercent: Math.round(used * 100),
    band: bandOf(row, now),
  };
};

/** What a person set stands before what the news says. */
const blockerOf = (row: SummaryRow): Blocker | null => {
  if (!isWaiting(row.status)) return null;
  const { blocker } = row;
  if (blocker) {
    const { kind, note, whoCanUnblock, by, at: since } = blocker;
    return { kind, note, whoCanUnblock, since, by, byNews: false };
  }
  const byNews = { since: null, by: null, byNews: true };
  if (row.awaiting_authorization) {
    return {
      kind: 'authorization',
      note: 'The payer has not permitted it yet.',
      whoCanUnblock: 'the payer',
      ...byNews,
    };
  }
  return row.awaiting_consent
    ? { kind: 'consent', note: 'The patient took a consent back.', whoCanUnblock: 'the patient', ...byNews }
    : null;
};

/** A partner learns whether it has to move, and not what holds the clinic up. */
const laneFor = (lane: Lane, reader: Role): Lane =>
  reader === 'partner' && (lane === 'payer' || lane === 'patient') ? 'us' : lane;

const forClinic = (row: SummaryRow) => ({
  owner: row.owner,
  pool: row.pool,
  blocker: blockerOf(row),
  chase: row.chase_on === null ? null : { on: row.chase_on, reason: row.chase_reason, asleep: row.asleep },
  labels: row.labels,
});

/** Who at the clinic looks after it, and what holds it up, is the clinic's own business. */
const forPartner: ReturnType<typeof forClinic> = { owner: null, pool: null, blocker: null, chase: null, labels: [] };

const listed = (row: SummaryRow, reader: Role, reading: Reading) => ({
  waitingOn: laneFor(row.waiting_on, reader),
  contested: row.contested_at !== null,
  behind: row.status === 'open' ? new Set(row.asks.map(({ sinceVersion }) => sinceVersion)).size : 0,
  age: ageOf(row, reading),
  deliveredAt: row.delivered_at?.toISOString() ?? null,
  openedAt: row.opened_at?.toISOString() ?? null,
  acknowledgedAt: row.acknowledgement?.at ?? null,
  acknowledgedBy: row.acknowledgement?.by ?? null,
  acknowledgedByMachine: row.acknowledgement?.byMachine ?? false,
  undeliverableSince: row.undeliverable_at?.toISOString() ?? null,
  lastActivityAt: row.last_activity_at.toISOString(),
  ...(reader === 'partner' ? forPartner : forClinic(row)),
});

export const toSummary = (row: SummaryRow, reader: Role, reading: Reading): HandoffSummary => {
  const asks = isSealed(row, reader) ? [] : row.asks;
  return {
    id: row.id,
    planId: row.plan_id,
    patientId: row.patient_id,
    patient: {
      name: `${row.given_name} ${row.family_name}`,
      recordNumber: row.record_number,
      birthDate: row.birth_date,
    },
    role: row.role,
    memberId: row.member_id,
    partnerId: row.partner_id,
    partnerName: row.partner_name,
    partnerTimeZone: row.partner_time_zone,
    status: row.status,
    fromVersion: row.from_version,
    contentVersion: row.content_version,
    throughVersion: row.through_version,
    urgency: row.urgency,
    dueAt: row.due_at.toISOString(),
    overdue: isWaiting(row.status) && dueOf(row) < reading.now,
    issuedAt: row.issued_at.toISOString(),
    ruleIds: [...new Set(asks.map((ask) => ask.ruleId))],
    headline: asks[0]?.reason ?? 'Closed',
    supersededBy: row.superseded_by,
    ...listed(row, reader, reading),
  };
};

const toHistory = (entries: readonly EntryRow[]) =>
  entries
    .filter((entry) => entry.kind === 'history' && entry.is_own)
    .map(({ at, text, by_name: by }) => ({ at: at.toISOString(), text, by }));

export const toPartnerHandoff = (row: DetailRow, entries: readonly EntryRow[], reading: Reading): PartnerHandoff => {
  const sealed = isSealed(row, 'partner');
  return {
    ...toSummary(row, 'partner', reading),
    asks: sealed ? [] : row.asks.map(toPartnerAsk),
    replyCode: replyCode(row.id, row.through_version),
    slice: sealed ? {} : row.slice,
    acknowledgement: row.acknowledgement,
    contest: sealed ? null : row.contest,
    history: toHistory(entries.filter((entry) => entry.for_partner)),
  };
};

export const toClinicHandoff = (
  row: DetailRow,
  entries: readonly EntryRow[],
  { reader, packet, ...reading }: Reading & { reader: Role; packet: HandoffPacket },
): ClinicHandoff => ({
  ...toSummary(row, reader, reading),
  asks: row.asks,
  replyCode: replyCode(row.id, row.through_version),
  slice: row.slice,
  acknowledgement: row.acknowledgement,
  contest: row.contest,
  packet,
  history: toHistory(entries),
  changes: row.changes,
  rulesetVersion: row.ruleset_version,
  notes: entries
    .filter((entry) => entry.kind === 'note')
    .map(({ at, text, by_name: by }) => ({ at: at.toISOString(), text, by: by ?? '' })),
});
