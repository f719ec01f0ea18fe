import { DateTime } from 'luxon';
import { z } from 'zod';
import { DomainError } from '#contracts';

const text = z.string().trim().min(1).max(1000);
const version = z.coerce.number().int().min(1);

/** What each form sends, and where it goes. Everything else is the services' to check. */
const forms = {
  acknowledge: z.object({ version }).transform((body) => ({ path: 'acknowledgement', body, isReferral: false })),
  concern: z.object({ version, note: text }).transform((body) => ({
    path: 'acknowledgement',
    body: { ...body, kind: 'acknowledged-with-concern' },
    isReferral: false,
  })),
  contest: z
    .object({ kind: z.string().min(1), reason: text })
    .transform((body) => ({ path: 'contest', body, isReferral: false })),
  accept: z.object({}).transform((body) => ({ path: 'accept', body, isReferral: true })),
  decline: z
    .object({ family: z.string().min(1), reason: text })
    .transform(({ family, reason }) => ({ family, reason: reason.slice(0, 500) }))
    .transform((body) => ({ path: 'decline', body, isReferral: true })),
  'request-information': z.object({ question: text }).transform(({ question }) => ({
    path: 'request-information',
    body: { missing: [{ part: 'other', why: question.slice(0, 500) }] },
    isReferral: true,
  })),
  'confirm-cancellation': z.object({}).transform((body) => ({ path: 'confirm-cancellation', body, isReferral: true })),
  book: z
    .object({ at: z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d$/), timeZone: z.string() })
    .transform(({ at, timeZone }) => ({
      path: 'book',
      body: { startsAt: DateTime.fromISO(at, { zone: timeZone }).toISO() },
      isReferral: true,
    })),
  report: z.object({ text }).transform((body) => ({ path: 'report', body, isReferral: true })),
  complete: z.object({ outcome: text }).transform((body) => ({ path: 'complete', body, isReferral: true })),
} satisfies Record<string, z.ZodType<GuestAnswer, unknown>>;

export interface GuestAnswer {
  path: string;
  body: Record<string, unknown>;
  isReferral: boolean;
}

export const guestActions = Object.keys(forms) as (keyof typeof forms)[];
export type GuestAction = (typeof guestActions)[number];

export const whoSigns = z.object({
  name: z.string().trim().min(2, 'Please type your name.').max(80),
  function: z.string().trim().max(60).default(''),
});

/** Times are those of the partner's own zone. Throws `invalid-input` in words for people. */
export function readAnswer(action: GuestAction, fields: Record<string, string>, timeZone: string): GuestAnswer {
  const parsed = forms[action].safeParse({ ...fields, timeZone });
  if (parsed.success) return parsed.data;
  throw new DomainError('invalid-input', 'Please fill in every field of the form.');
}

export const doneWords: Readonly<Record<GuestAction, string>> = {
  acknowledge: 'The clinic knows that you work from this version.',
  concern: 'The clinic knows that you work from this version, and the physician reads your concern.',
  contest: 'The physician owes you an answer; you will get a message.',
  accept: 'The clinic knows that you take the patient.',
  decline: 'The clinic looks for somebody else. You need not do anything more.',
  'request-information': 'The clinic answers your question; your time to answer stands still until then.',
  'confirm-cancellation': 'The clinic knows that it is cancelled. You need not do anything more.',
  book: 'The clinic knows the date.',
  report: 'The clinic has your report.',
  complete: 'The clinic has the outcome. Thank you.',
};
