import type { CloudEvent } from '#contracts';
import type { User } from '#platform';

/** Something changed: what kind of thing, and which one. Never what it says, and never whose it is: readers ask again, as ever. */
export interface LiveHint {
  kind: string;
  id: string;
  /** The event's name, for example `handoff.issued`. */
  event: string;
  planId: string | null;
}

/** A hint, and who may get it. */
export interface AddressedHint {
  hint: LiveHint;
  /** The organization it is addressed to; null: people of the clinic only. */
  partnerId: string | null;
}

/** The id of the thing that each kind of event is about. */
const idFields: Readonly<Record<string, string>> = {
  handoff: 'handoffId',
  referral: 'referralId',
  advice: 'adviceId',
  'work-item': 'workItemId',
  appointment: 'appointmentId',
  authorization: 'authorizationId',
  therapy: 'episodeId',
  'behavioral-health': 'episodeId',
  plan: 'planId',
  'care-team': 'planId',
  impact: 'planId',
  target: 'planId',
  'follow-up': 'planId',
  'red-flag': 'planId',
  delivery: 'deliveryId',
  partner: 'partnerId',
  patient: 'patientId',
};

/** What partners read about themselves. Everything else is the clinic's own, whoever it names. */
const forPartners = new Set([
  'handoff',
  'referral',
  'advice',
  'appointment',
  'therapy',
  'behavioral-health',
  'delivery',
  'partner',
]);

const typePattern = /^org\.throughline\.(([a-z-]+)\.[a-z-]+)\.v\d+$/;

/** Null for an event that no screen shows. */
export function hintOf({ type, data }: CloudEvent): AddressedHint | null {
  const [, event, kind] = typePattern.exec(type) ?? [];
  if (!event || !kind || typeof data !== 'object' || data === null) return null;
  const facts = data as Record<string, unknown>;
  const { planId, partner } = facts;
  const id =
    facts[idFields[kind] ?? ''] ??
    facts['releaseId'] ??
    (partner as { partnerId?: unknown } | undefined)?.partnerId ??
    planId;
  if (typeof id !== 'string') return null;
  const addressee = facts['partnerId'] ?? facts['recipient'] ?? (kind === 'partner' ? id : null);
  return {
    hint: { kind, id, event, planId: typeof planId === 'string' ? planId : null },
    partnerId: forPartners.has(kind) && typeof addressee === 'string' ? addressee : null,
  };
}

/** A physician hears of everything, a coordinator of all but behavioral health, a partner of what is addressed to it; what `operator` looks after holds no patient. */
export function mayHear(reader: Pick<User, 'role' | 'partnerId'>, { hint, partnerId }: AddressedHint): boolean {
  switch (reader.role) {
    case 'physician':
      return true;
    case 'coordinator':
      // Not even that there is behavioral health.
      return hint.kind !== 'behavioral-health';
    case 'administrator':
    case 'operator':
      return hint.kind === 'partner' || hint.kind === 'delivery';
    case 'partner':
      return partnerId !== null && partnerId === reader.partnerId;
  }
}

/** A partner learns nothing of plans beyond its own slice: not even which one. */
export const hintFor = (reader: Pick<User, 'role'>, { hint }: AddressedHint): LiveHint =>
  reader.role === 'partner' ? { ...hint, planId: null } : hint;
