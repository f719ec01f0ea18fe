import { z } from 'zod';
import { id, instant, partnerId } from '../events/shared.js';

/** 256 random bits, base64url. Whoever holds it may open one handoff, once. */
export const linkToken = z.strictObject({
  token: z.string().regex(/^[A-Za-z0-9_-]{20,100}$/, 'the last part of the link'),
});
export type LinkToken = z.infer<typeof linkToken>;

export const linkStates = ['ready', 'used', 'expired', 'superseded', 'withdrawn', 'revoked'] as const;

/** What a link says before anybody opened it: who asks whom, until when. Nothing about a patient. */
export const linkView = z.strictObject({
  state: z.enum(linkStates),
  sender: z.string(),
  recipient: z.string(),
  dueAt: instant,
  /** Of the recipient. */
  timeZone: z.string(),
  expiresAt: instant,
});
export type LinkView = z.infer<typeof linkView>;

/** A guest's pass: a bearer token for one handoff. */
export const linkPass = z.strictObject({
  pass: z.string(),
  handoffId: id,
  seconds: z.number().int(),
});
export type LinkPass = z.infer<typeof linkPass>;

/** A visit that goes on: what it is about, and who is asked by whom. */
export const linkVisit = z.strictObject({
  handoffId: id,
  sender: z.string(),
  recipient: z.string(),
  timeZone: z.string(),
});
export type LinkVisit = z.infer<typeof linkVisit>;

/** Who answers, as typed by the person. */
export const signAs = z.strictObject({
  name: z.string().trim().min(2).max(80),
  function: z.string().trim().max(60).optional(),
});
export type SignAs = z.infer<typeof signAs>;

/** A link as the clinic sees it. Its token is known to the recipient only. */
export const handoffLink = z.strictObject({
  id,
  handoffId: id,
  partnerId,
  state: z.enum(linkStates),
  issuedAt: instant,
  expiresAt: instant,
  openedAt: instant.nullable(),
});
export type HandoffLink = z.infer<typeof handoffLink>;
export const handoffLinks = z.strictObject({ items: z.array(handoffLink) });
