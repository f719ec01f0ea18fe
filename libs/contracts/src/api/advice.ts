import { z } from 'zod';
import { id, instant, partnerId } from '../events/shared.js';
import { partnerRole } from '../plan/vocabulary.js';
import { pageQuery } from './paging.js';

/** A question without a referral: asked, answered, and made into a referral where that is the answer. */
export const adviceStates = ['asked', 'answered', 'converted'] as const;
export const adviceState = z.enum(adviceStates);
export type AdviceState = z.infer<typeof adviceState>;

export const adviceMoves = ['answer', 'convert'] as const;
export type AdviceMove = (typeof adviceMoves)[number];

const words = z.string().trim().min(1).max(2000);
const itemId = z.string().min(1).max(60);
const said = z.strictObject({ at: instant, by: z.string() });

export const advice = z.strictObject({
  id,
  planId: id,
  patientId: id,
  /** The plan item that it is about; null: the plan as a whole. */
  itemId: itemId.nullable(),
  /** Who owes the answer. */
  to: z.enum(['physician', 'partner']),
  /** The organization that is asked, or that asks; null: the clinic asks itself. */
  partnerId: partnerId.nullable(),
  role: partnerRole.nullable(),
  state: adviceState,
  question: z.string(),
  asked: said,
  answer: z.string().nullable(),
  answered: said.nullable(),
  /** The referral that came of it. */
  referralId: id.nullable(),
  allowed: z.array(z.enum(adviceMoves)),
});
export type Advice = z.infer<typeof advice>;

export const askAdvice = z.strictObject({
  planId: id,
  itemId: itemId.optional(),
  question: words,
  /** Which organization is asked, and as what; without it the physician is. A partner asks the physician. */
  partnerId: partnerId.optional(),
  role: partnerRole.optional(),
});
export type AskAdvice = z.infer<typeof askAdvice>;

export const answerAdvice = z.strictObject({ answer: words });
export type AnswerAdvice = z.infer<typeof answerAdvice>;

/** Who is referred to; where a partner was asked for advice, that partner unless said otherwise. */
export const convertAdvice = z.strictObject({ partnerId: partnerId.optional(), role: partnerRole.optional() });
export type ConvertAdvice = z.infer<typeof convertAdvice>;

export const adviceQuery = pageQuery.extend({
  plan: id.optional(),
  state: adviceState.optional(),
  partner: partnerId.optional(),
});
export type AdviceQuery = z.infer<typeof adviceQuery>;
