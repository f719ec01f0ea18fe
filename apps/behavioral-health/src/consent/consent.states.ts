import type { Consent, ConsentPart } from '#contracts';

export type ConsentState = Consent['state'];

/** What a consent's state and reach follow from. */
export interface ConsentTerms {
  patientId: string;
  recipient: string;
  what: readonly ConsentPart[];
  from: Date;
  until: Date;
  revokedAt: Date | null;
}

/** Computed, never stored: a consent that nobody looked at has ended all the same. At `until` it is over. */
export function consentStateAt({ from, until, revokedAt }: ConsentTerms, at: Date): ConsentState {
  if (revokedAt !== null && revokedAt <= at) return 'revoked';
  if (at < from) return 'not-yet';
  return at < until ? 'granted' : 'expired';
}

/** What is to leave: to whom, of whom, and what. */
export interface Disclosure {
  patientId: string;
  recipient: string;
  what: ConsentPart;
}

/** Null: nothing is known of the organization. */
export type Recipient = { active: boolean } | null;

export type Verdict = 'permitted' | 'refused' | 'unknown';

/**
 * Whether something may leave at this moment. Asked when a release is made and again whenever it is read. Everything must be named by
 * the consent; where that cannot be said, it is `unknown`, which withholds like a refusal and besides wants a person to look.
 */
export function verdictOn(
  consent: ConsentTerms | null,
  disclosure: Disclosure,
  { at, recipient }: { at: Date; recipient: Recipient },
): Verdict {
  if (consent === null) return 'refused';
  const isNamed =
    consent.patientId === disclosure.patientId &&
    consent.recipient === disclosure.recipient &&
    consent.what.includes(disclosure.what);
  if (!isNamed || consentStateAt(consent, at) !== 'granted') return 'refused';
  return recipient?.active ? 'permitted' : 'unknown';
}
