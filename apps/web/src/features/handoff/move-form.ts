import type { DeclineFamily, declineCodes, packetParts, Referral, ReferralEvent } from '#contracts';
import { fromLocal } from '../../ui/zoned.js';

export type PacketPart = (typeof packetParts)[number];
export const parts = [
  'history',
  'imaging',
  'operative-notes',
  'medication-trials',
  'goals',
  'authorization',
  'other',
] as const satisfies readonly PacketPart[];

/** Families of reasons to decline, each with its codes; the services refuse any other pair. */
export const codesOf: { readonly [Family in DeclineFamily]: readonly (typeof declineCodes)[Family][number][] } = {
  capacity: ['full', 'no-slot-in-window'],
  scope: ['outside-scope', 'age', 'payer', 'distance'],
  information: ['missing-imaging', 'missing-authorization', 'missing-history'],
  patient: ['declined', 'unreachable', 'moved'],
  clinical: ['contraindicated', 'unstable', 'red-flag'],
};
export const families = Object.keys(codesOf) as DeclineFamily[];

export type MoveField =
  | 'reason'
  | 'text'
  | 'report'
  | 'outcome'
  | 'reviewOn'
  | 'startsAt'
  | 'visits'
  | 'nextReportOn'
  | 'cause'
  | 'decline'
  | 'missing'
  | 'answers'
  | 'booking'
  | 'partner';

/** Which fields each step asks for; a step without any is done at once. */
export const fieldsOf: Readonly<Record<ReferralEvent, readonly MoveField[]>> = {
  receive: [],
  accept: [],
  decline: ['decline', 'reason'],
  'request-information': ['missing'],
  answer: ['answers'],
  'wait-list': ['reviewOn', 'text'],
  book: ['booking', 'text'],
  rebook: ['booking', 'text'],
  miss: ['text'],
  'cancel-visit': ['reason'],
  start: ['startsAt', 'text'],
  report: ['report', 'visits', 'nextReportOn'],
  hold: ['cause', 'reviewOn', 'reason'],
  resume: ['text'],
  complete: ['outcome', 'visits'],
  fail: ['reason'],
  confirm: [],
  cancel: ['reason'],
  'confirm-cancellation': [],
  reopen: ['reason'],
  transfer: ['partner', 'reason'],
  'enter-in-error': ['reason'],
};

/** Everything that any of the forms holds, as it is typed. */
export interface MoveValues {
  reason: string;
  text: string;
  report: string;
  score: string;
  worry: string;
  outcome: string;
  reviewOn: string;
  startsAt: string;
  visits: string;
  nextReportOn: string;
  cause: string;
  family: string;
  code: string;
  alternative: string;
  missing: Record<string, { is: boolean; why: string }>;
  answers: Record<string, string>;
  /** Booking: the date is set, or the partner calls the patient until then. */
  when: 'date' | 'call';
  partnerId: string;
}

export const emptyMove: MoveValues = {
  ...{ reason: '', text: '', report: '', score: '', worry: '', outcome: '', reviewOn: '', startsAt: '', visits: '' },
  ...{ nextReportOn: '', cause: 'plan', family: '', code: '', alternative: '', partnerId: '' },
  missing: {},
  answers: {},
  when: 'date',
};

/** Sentences that are put together from several fields. */
export interface MoveWords {
  score: (text: string) => string;
  worry: (text: string) => string;
  alternative: (name: string) => string;
  weCall: string;
}

interface Asked {
  event: ReferralEvent;
  body: Record<string, unknown>;
}

const given = (fields: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== '' && value !== undefined));

const count = (text: string): number | undefined => (text.trim() === '' ? undefined : Number(text));

const sentences = (...some: string[]): string =>
  some
    .map((text) => text.trim())
    .filter((text) => text !== '')
    .join(' ');

/** What is sent: the step that the form became, with its words. Times are those of the partner's zone. */
export function moveOf(event: ReferralEvent, values: MoveValues, at: { timeZone: string; words: MoveWords }): Asked {
  const { timeZone, words } = at;
  const { text, reason, reviewOn } = values;
  switch (event) {
    case 'decline': {
      const other = values.alternative.trim();
      return {
        event,
        body: given({
          family: values.family,
          code: values.code,
          reason: sentences(reason, other === '' ? '' : words.alternative(other)).slice(0, 500),
        }),
      };
    }
    case 'request-information':
      return {
        event,
        body: {
          missing: Object.entries(values.missing)
            .filter(([, { is }]) => is)
            .map(([part, { why }]) => ({ part, why })),
        },
      };
    case 'answer':
      return {
        event,
        body: {
          answers: Object.entries(values.answers)
            .filter(([, answer]) => answer.trim() !== '')
            .map(([part, answer]) => ({ part, answer })),
        },
      };
    case 'book':
    case 'rebook':
      return values.when === 'call'
        ? { event: 'wait-list', body: { reviewOn, text: sentences(words.weCall, text) } }
        : { event, body: given({ startsAt: fromLocal(values.startsAt, timeZone), text }) };
    case 'start':
      return { event, body: given({ startsAt: fromLocal(values.startsAt, timeZone), text }) };
    case 'report':
      return {
        event,
        body: given({
          text: sentences(
            values.report,
            values.score.trim() === '' ? '' : words.score(values.score.trim()),
            values.worry.trim() === '' ? '' : words.worry(values.worry.trim()),
          ),
          visits: count(values.visits),
          nextReportOn: values.nextReportOn,
        }),
      };
    case 'complete':
      return { event, body: given({ outcome: values.outcome, visits: count(values.visits) }) };
    case 'hold':
      return { event, body: given({ cause: values.cause, reviewOn, reason }) };
    case 'wait-list':
      return { event, body: given({ reviewOn, text }) };
    case 'transfer':
      return { event, body: { partnerId: values.partnerId, reason } };
    case 'receive':
    case 'accept':
    case 'confirm':
    case 'confirm-cancellation':
      return { event, body: {} };
    case 'miss':
    case 'resume':
      return { event, body: given({ text }) };
    case 'cancel-visit':
    case 'fail':
    case 'cancel':
    case 'reopen':
    case 'enter-in-error':
      return { event, body: { reason } };
  }
}

/** What the partner asked for and nobody has answered. */
export const openQuestions = ({ missing }: Pick<Referral, 'missing'>): Referral['missing'] =>
  missing.filter(({ answeredAt }) => answeredAt === null);
