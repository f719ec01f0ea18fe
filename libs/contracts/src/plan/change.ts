import { z } from 'zod';
import { changeTypes } from './vocabulary.js';

/** A typed, semantic difference between two plan versions. A reworded sentence is none. */
export const planChange = z.strictObject({
  type: z.enum(changeTypes),
  /** Where in the document: a list (`procedures`) or a head field (`stage`, `work`, `patientContext.pregnancy`). */
  path: z.string(),
  /** The list item's stable id; null for head fields. */
  itemId: z.string().nullable(),
  /** The item or field before and after; null where there was none. */
  before: z.unknown().nullable(),
  after: z.unknown().nullable(),
  /** True when compared from version 0 (the empty plan). */
  fromNothing: z.boolean(),
  /** Facts of the change that rules ask about, for example `{ class: 'gabapentinoid', sedating: true }`. */
  qualifiers: z.record(z.string(), z.unknown()),
  /** The change in one clinical sentence, for people inside the clinic. */
  text: z.string(),
});
export type PlanChange = z.infer<typeof planChange>;
