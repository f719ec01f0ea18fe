import { type ReferralMover, resumedDue } from '#clinical';
import {
  type BusinessCalendar,
  declineCodes,
  DomainError,
  type InformationItem,
  type ReferralAct,
  type ReferralEvent,
  type ReferralMove,
} from '#contracts';
import type { ReferralPatch, ReferralRow } from './referral.repository.js';

export interface Moment {
  now: Date;
  by: string | null;
  mover: ReferralMover;
  /** The partner's: its clock goes on in it. */
  calendar: BusinessCalendar;
}

type Effect = (details: ReferralMove, referral: ReferralRow, moment: Moment) => ReferralPatch;

const act = ({ now, by }: Moment): ReferralAct => ({ at: now.toISOString(), by });

/** Whoever answers has received it. */
const received = (referral: ReferralRow, moment: Moment): ReferralPatch =>
  referral.received ? {} : { received: act(moment) };

const invalid = (path: string, message: string): DomainError =>
  new DomainError('invalid-input', message, [{ path, message }]);

const partOfCode: Record<string, InformationItem['part']> = {
  'missing-imaging': 'imaging',
  'missing-authorization': 'authorization',
  'missing-history': 'history',
};

function decline(details: ReferralMove, referral: ReferralRow, moment: Moment): ReferralPatch {
  const { family = 'capacity', code, reason = '' } = details;
  const ofFamily: readonly string[] = declineCodes[family];
  if (code !== undefined && !ofFamily.includes(code))
    throw invalid('code', `The family ${family} has the codes ${ofFamily.join(', ')}.`);
  const asked = { part: partOfCode[code ?? ''] ?? 'other', why: reason } as const;
  const missing = family === 'information' ? ask(referral, [asked], moment) : {};
  return { ...received(referral, moment), family, code: code ?? null, ...missing };
}

/** While the partner waits for us, its own clock stands still. */
function ask(referral: ReferralRow, missing: NonNullable<ReferralMove['missing']>, { now }: Moment): ReferralPatch {
  const items = missing.map((item) => ({ ...item, askedAt: now.toISOString(), answer: null, answeredAt: null }));
  return { missing: [...referral.missing, ...items], stoppedAt: referral.stoppedAt ?? now };
}

/** Item by item; with the last one the partner's clock goes on, with what it had left and at least one business day. */
function answer(details: ReferralMove, referral: ReferralRow, { now, calendar }: Moment): ReferralPatch {
  const missing = referral.missing.map((item) => ({ ...item }));
  for (const [index, { part, answer: text }] of (details.answers ?? []).entries()) {
    const open = missing.find((item) => item.part === part && item.answeredAt === null);
    if (!open) throw invalid(`answers[${index}].part`, `Nobody waits for an answer about ${part}.`);
    Object.assign(open, { answer: text, answeredAt: now.toISOString() });
  }
  if (missing.some(({ answeredAt }) => answeredAt === null)) return { missing };
  const { answerDueAt, stoppedAt } = referral;
  if (answerDueAt === null || stoppedAt === null) return { missing, stoppedAt: null };
  const resumed = resumedDue({ dueAt: answerDueAt, stoppedAt }, now, calendar);
  return { missing, stoppedAt: null, answerDueAt: resumed };
}

function appoint(details: ReferralMove, _referral: ReferralRow, { now }: Moment): ReferralPatch {
  const at = new Date(details.startsAt ?? now);
  if (at < now) throw invalid('startsAt', 'Lies in the past; a visit that took place is a start.');
  return { appointmentAt: at, visitAt: at, reportedAt: null, nextReportOn: null, reviewOn: null };
}

function start(details: ReferralMove, _referral: ReferralRow, { now }: Moment): ReferralPatch {
  const at = new Date(details.startsAt ?? now);
  if (at > now) throw invalid('startsAt', 'Lies in the future; a visit to come is booked.');
  return { visitAt: at, reportedAt: null, nextReportOn: null };
}

/** Another time: the patient has not confirmed it. The first time that is set by hand belongs to no appointment yet. */
const book: Effect = (...given) => ({ ...appoint(...given), appointmentId: null, appointmentConfirmed: false });
const rebook: Effect = (...given) => ({ ...appoint(...given), appointmentConfirmed: false });

const inFuture = (reviewOn: string | undefined, { now }: Moment): string | null => {
  if (reviewOn !== undefined && new Date(`${reviewOn}T23:59:59Z`) < now) throw invalid('reviewOn', 'Lies in the past.');
  return reviewOn ?? null;
};

const none: Effect = () => ({});

/** What an event changes besides the state. */
export const effects: Readonly<Record<ReferralEvent, Effect>> = {
  receive: (_, _referral, moment) => ({ received: act(moment) }),
  accept: (_, referral, moment) => ({ ...received(referral, moment), accepted: act(moment), stoppedAt: null }),
  decline,
  'request-information': (details, referral, moment) => ({
    ...received(referral, moment),
    ...ask(referral, details.missing ?? [], moment),
  }),
  answer,
  'wait-list': (details, _, moment) => ({ reviewOn: inFuture(details.reviewOn, moment) }),
  book,
  rebook,
  miss: () => ({ visitAt: null }),
  'cancel-visit': () => ({ appointmentAt: null, visitAt: null }),
  start,
  report: (details, referral, { now, mover }) => ({
    reportedAt: now,
    summaryAt: mover === 'system' ? referral.summaryAt : now,
    visits: details.visits ?? referral.visits,
    nextReportOn: details.nextReportOn ?? null,
  }),
  hold: (details, _, moment) => ({ holdCause: details.cause ?? 'plan', reviewOn: inFuture(details.reviewOn, moment) }),
  resume: () => ({ holdCause: null, reviewOn: null }),
  complete: (details, referral) => ({ visits: details.visits ?? referral.visits }),
  fail: none,
  confirm: (_, _referral, moment) => ({ confirmed: act(moment) }),
  cancel: none,
  'confirm-cancellation': none,
  reopen: none,
  transfer: none,
  'enter-in-error': none,
};

/** A question stays open until each of its items is answered. */
export const isHalfAnswered = (event: string, patch: ReferralPatch): boolean =>
  event === 'answer' && (patch.missing ?? []).some(({ answeredAt }) => answeredAt === null);

/** The words of a step. */
export const noteOf = (details: ReferralMove): string | null =>
  details.outcome ?? details.reason ?? details.text ?? missingInWords(details);

/** Steps that say nothing new about how it ended. */
export const keepsNote = (event: ReferralEvent): boolean =>
  event === 'confirm' || event === 'confirm-cancellation' || event === 'enter-in-error';

const partInWords = ({ part, why }: NonNullable<ReferralMove['missing']>[number]): string =>
  part === 'other' ? why : `${part.replaceAll('-', ' ')} (${why})`;

export const missingInWords = ({ missing }: Pick<ReferralMove, 'missing'>): string | null =>
  missing ? missing.map(partInWords).join('; ') : null;
