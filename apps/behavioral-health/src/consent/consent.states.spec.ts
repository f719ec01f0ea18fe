import { consentParts, type ConsentPart } from '#contracts';
import { consentStateAt, verdictOn, type ConsentTerms, type Recipient, type Verdict } from './consent.states.js';

const day = (number: number): Date => new Date(Date.UTC(2027, 3, number));
const terms = (facts: Partial<ConsentTerms> = {}): ConsentTerms => ({
  patientId: 'patient',
  recipient: 'family-care',
  what: ['part2'],
  from: day(10),
  until: day(20),
  revokedAt: null,
  ...facts,
});
const lastInstant = (date: Date): Date => new Date(date.getTime() - 1);

describe('consentStateAt', () => {
  it.each([
    ['before it begins', terms(), lastInstant(day(10)), 'not-yet'],
    ['from its first instant', terms(), day(10), 'granted'],
    ['up to its end', terms(), lastInstant(day(20)), 'granted'],
    ['at its end', terms(), day(20), 'expired'],
    ['before it is taken back', terms({ revokedAt: day(15) }), lastInstant(day(15)), 'granted'],
    ['from the instant it is taken back', terms({ revokedAt: day(15) }), day(15), 'revoked'],
    ['taken back before it began', terms({ revokedAt: day(5) }), day(12), 'revoked'],
    ['taken back, and long over', terms({ revokedAt: day(15) }), day(25), 'revoked'],
  ] as const)('%s', (_, consent, at, state) => {
    expect(consentStateAt(consent, at)).toBe(state);
  });
});

/** Every part that may be asked for against every consent. */
const consents: [string, ConsentTerms | null, allowed: ConsentPart[]][] = [
  ['no consent', null, []],
  ['one to the status', terms({ what: ['status'] }), ['status']],
  ['one to the scores', terms({ what: ['scores'] }), ['scores']],
  ['one to Part 2', terms({ what: ['part2'] }), ['part2']],
  ['one to status and scores', terms({ what: ['status', 'scores'] }), ['status', 'scores']],
  ['one to all', terms({ what: [...consentParts] }), [...consentParts]],
  ['one of another patient', terms({ what: [...consentParts], patientId: 'other' }), []],
  ['one to another organization', terms({ what: [...consentParts], recipient: 'pt-north' }), []],
  ['one that is not yet', terms({ what: [...consentParts], from: day(16) }), []],
  ['one that is over', terms({ what: [...consentParts], until: day(15) }), []],
  ['one that was taken back', terms({ what: [...consentParts], revokedAt: day(15) }), []],
];
const recipients: [string, Recipient, Verdict][] = [
  ['a known organization', { active: true }, 'permitted'],
  ['one that is not active any more', { active: false }, 'unknown'],
  ['one that the directory never told of', null, 'unknown'],
];
const cells = consents.flatMap(([name, consent, allowed]) =>
  recipients.flatMap(([to, recipient, whenNamed]) =>
    consentParts.map((what) => ({
      title: `${name}: ${what} to ${to}`,
      consent,
      recipient,
      what,
      verdict: allowed.includes(what) ? whenNamed : 'refused',
    })),
  ),
);

describe('verdictOn', () => {
  it.each(cells)('$title: $verdict', ({ consent, recipient, what, verdict }) => {
    const disclosure = { patientId: 'patient', recipient: 'family-care', what };
    expect(verdictOn(consent, disclosure, { at: day(15), recipient })).toBe(verdict);
  });
});
