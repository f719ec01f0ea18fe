/** Every acceptance case, in the order in which they are told. */
import { a1Nurse } from './a1-nurse.ts';
import { a2Retiree } from './a2-retiree.ts';
import { a3Crps } from './a3-crps.ts';
import { b1BoneMetastasis } from './b1-bone-metastasis.ts';
import { b2PelvicPain } from './b2-pelvic-pain.ts';
import { c01Wording } from './c01-wording.ts';
import { c02AcknowledgedBetween, c02Superseded } from './c02-superseded.ts';
import { c03TakenBack } from './c03-taken-back.ts';
import { c04Extended, c04NotConcerned } from './c04-not-concerned.ts';
import type { CareCase } from './case.ts';

/** The three case sketches that `npm run demo` tells when not asked for more. */
export const sketches: readonly CareCase[] = [a1Nurse, a2Retiree, a3Crps];

export const everyCase: readonly CareCase[] = [
  ...sketches,
  b1BoneMetastasis,
  b2PelvicPain,
  c01Wording,
  c02Superseded,
  c02AcknowledgedBetween,
  c03TakenBack,
  c04NotConcerned,
  c04Extended,
];
