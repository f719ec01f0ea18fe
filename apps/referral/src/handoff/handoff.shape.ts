import type {
  Ask,
  ClinicHandoff,
  HandoffStatus,
  HandoffSummary,
  PartnerHandoff,
  PartnerRole,
  PlanChange,
  PlanSlice,
  Urgency,
} from '#contracts';
import type { Role } from '#platform';
import { toPartnerAsk } from './handoff.events.js';

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
}

export interface DetailRow extends SummaryRow {
  slice: PlanSlice;
  changes: PlanChange[];
  ruleset_version: string;
  acknowledgement: PartnerHandoff['acknowledgement'];
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

export const toSummary = (row: SummaryRow, reader: Role, now: Date): HandoffSummary => {
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
    status: row.status,
    fromVersion: row.from_version,
    contentVersion: row.content_version,
    throughVersion: row.through_version,
    urgency: row.urgency,
    dueAt: row.due_at.toISOString(),
    overdue: isWaiting(row.status) && row.due_at.getTime() < now.getTime(),
    issuedAt: row.issued_at.toISOString(),
    ruleIds: [...new Set(asks.map((ask) => ask.ruleId))],
    headline: asks[0]?.reason ?? 'Closed',
    supersededBy: row.superseded_by,
    // Who at the clinic looks after it is the clinic's own business.
    owner: reader === 'partner' ? null : row.owner,
  };
};

const toHistory = (entries: readonly EntryRow[]) =>
  entries
    .filter((entry) => entry.kind === 'history' && entry.is_own)
    .map(({ at, text, by_name: by }) => ({ at: at.toISOString(), text, by }));

export const toPartnerHandoff = (row: DetailRow, entries: readonly EntryRow[], now: Date): PartnerHandoff => {
  const sealed = isSealed(row, 'partner');
  return {
    ...toSummary(row, 'partner', now),
    asks: sealed ? [] : row.asks.map(toPartnerAsk),
    slice: sealed ? {} : row.slice,
    acknowledgement: row.acknowledgement,
    history: toHistory(entries.filter((entry) => entry.for_partner)),
  };
};

export const toClinicHandoff = (
  row: DetailRow,
  entries: readonly EntryRow[],
  reader: Role,
  now: Date,
): ClinicHandoff => ({
  ...toSummary(row, reader, now),
  asks: row.asks,
  slice: row.slice,
  acknowledgement: row.acknowledgement,
  history: toHistory(entries),
  changes: row.changes,
  rulesetVersion: row.ruleset_version,
  notes: entries
    .filter((entry) => entry.kind === 'note')
    .map(({ at, text, by_name: by }) => ({ at: at.toISOString(), text, by: by ?? '' })),
});
