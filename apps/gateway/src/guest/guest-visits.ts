import { Injectable } from '@nestjs/common';
import { decodeJwt } from 'jose';
import { DomainError, type LinkPass, type LinkView } from '#contracts';
import { GuestBackend, Refused } from './guest-backend.js';
import { type GuestAction, type readAnswer, whoSigns } from './guest-answers.js';
import { formKeyOf, type GuestCookies } from './guest-cookies.js';
import type { GuestVisit } from './guest-visit.js';

type Answered =
  | { problem: null; pass: LinkPass; name: string; function: string }
  | { problem: string; pass: null; name: string; function: string };

/** One person's half hour with one handoff. */
@Injectable()
export class GuestVisits {
  constructor(private readonly backend: GuestBackend) {}

  /** Null for a token that never was. */
  view(token: string): Promise<LinkView | null> {
    return orNull(this.backend.view(token), 400, 404);
  }

  /** Null when the link cannot be opened (any more). */
  open(token: string): Promise<LinkPass | null> {
    return orNull(this.backend.open(token), 400, 404, 410);
  }

  /** Whatever became of the link, the answer is the same. */
  async renew(token: string): Promise<void> {
    await orNull(this.backend.renew(token), 400, 404, 410);
  }

  /** Null when the visit is over, or never began. */
  async page(
    { pass, name, function: job }: GuestCookies,
    said: Pick<GuestVisit, 'done' | 'problem'>,
  ): Promise<GuestVisit | null> {
    const at = pass === null ? null : await orNull(this.backend.visit(pass), 401, 403, 404, 410);
    if (pass === null || at === null) return null;
    const handoff = await orNull(this.backend.handoff(pass, at.handoffId), 401, 403, 404, 410);
    if (handoff === null) return null;
    const referral = await orNull(this.backend.referral(pass, at.handoffId), 403, 404);
    const { sender, timeZone } = at;
    const formKey = formKeyOf(at.handoffId, visitOf(pass));
    return { handoff, referral, sender, timeZone, writer: { name, function: job, formKey }, ...said };
  }

  /** Signs with the typed name, then answers. What is refused is told in words, and nothing is half done. */
  async answer(
    cookies: GuestCookies,
    action: GuestAction,
    fields: Record<string, string>,
    read: typeof readAnswer,
  ): Promise<Answered> {
    const failed = (problem: string): Answered => ({ ...cookies, problem, pass: null });
    if (cookies.pass === null) return failed('This visit is over.');
    const who = whoSigns.safeParse(fields);
    if (!who.success) return failed('Please type your name.');
    try {
      const { handoffId, timeZone } = await this.backend.visit(cookies.pass);
      if (fields['formKey'] !== formKeyOf(handoffId, visitOf(cookies.pass)))
        return failed('Please send the form again.');
      const { path, body, isReferral } = read(action, fields, timeZone);
      const pass = await this.backend.sign(cookies.pass, signer(who.data));
      const target = isReferral ? await this.backend.referral(pass.pass, handoffId) : null;
      if (isReferral && target === null) return failed('There is nothing to answer any more.');
      const base = target ? `/api/referrals/${target.id}` : `/api/handoffs/${handoffId}`;
      await this.backend.answer(pass.pass, `${base}/${path}`, body);
      return { problem: null, pass, ...who.data };
    } catch (error) {
      if (error instanceof Refused || error instanceof DomainError) return failed(wordsOf(error));
      throw error;
    }
  }
}

const signer = ({ name, function: job }: { name: string; function: string }) =>
  job === '' ? { name } : { name, function: job };

const visitOf = (pass: string): string => decodeJwt(pass).sub ?? '';

const wordsOf = (error: Refused | DomainError): string => {
  if (error instanceof DomainError) return error.detail;
  const { detail, errors = [] } = error.problem;
  return [detail, ...errors.map(({ message }) => message)].join(' ');
};

async function orNull<T>(answer: Promise<T>, ...statuses: number[]): Promise<T | null> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof Refused && statuses.includes(error.problem.status)) return null;
    throw error;
  }
}
