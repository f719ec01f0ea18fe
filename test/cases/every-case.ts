/** Every acceptance case, in the order in which they are told. */
import { a1Nurse } from './a1-nurse.ts';
import { a2Retiree } from './a2-retiree.ts';
import { a3Crps } from './a3-crps.ts';
import { b1BoneMetastasis } from './b1-bone-metastasis.ts';
import { b1CordCompression } from './b1-cord-compression.ts';
import { b2Both, b2Unknown } from './b2-other-histories.ts';
import { b2PelvicPain } from './b2-pelvic-pain.ts';
import { b3NoAlarm, b3RedFlag, b3Reported, b3SameDay } from './b3-red-flag.ts';
import { b4OpioidTaper, b4WithGabapentinoid } from './b4-opioid-taper.ts';
import { b5Bookings } from './b5-bookings.ts';
import { b5Concordant, b5NotConcordant } from './b5-facet.ts';
import { b6PostOperative } from './b6-post-operative.ts';
import { b7BloodThinner } from './b7-blood-thinner.ts';
import { b8Trigeminal } from './b8-trigeminal.ts';
import { c01Wording } from './c01-wording.ts';
import { c02AcknowledgedBetween, c02Superseded } from './c02-superseded.ts';
import { c03TakenBack } from './c03-taken-back.ts';
import { c04Extended, c04NotConcerned } from './c04-not-concerned.ts';
import { c05Declined } from './c05-declined.ts';
import { c06Silent, c06Urgent } from './c06-silent.ts';
import { c07Unreachable } from './c07-unreachable.ts';
import { c08Transferred } from './c08-transferred.ts';
import { c09EnteredInError } from './c09-entered-in-error.ts';
import { c10TwoClinicians } from './c10-two-clinicians.ts';
import { c12Plateau } from './c12-plateau.ts';
import { c13OtherDose } from './c13-other-dose.ts';
import { c14Authorization } from './c14-authorization.ts';
import { c15NoShow } from './c15-no-show.ts';
import { c16BehavioralPrivacy } from './c16-behavioral-privacy.ts';
import { c17ForeignPartner } from './c17-foreign-partner.ts';
import { c19Zones } from './c19-zones.ts';
import { c21Revoked } from './c21-revoked.ts';
import { c22OnHold } from './c22-on-hold.ts';
import { c23Concern } from './c23-concern.ts';
import { c24JoinsLate } from './c24-joins-late.ts';
import { c25TooLate } from './c25-too-late.ts';
import { c44ByLink } from './c44-by-link.ts';
import { d1Headache } from './d1-headache.ts';
import { d2Knee } from './d2-knee.ts';
import { d3Pregnancy } from './d3-pregnancy.ts';
import { c13DoseChange, directivesOfADay, planOfCare, visitUnderUnknownHold } from './therapy-loops.ts';
import {
  c35CancellationAsked,
  c35CancellationByTime,
  c35CancelledTooLate,
  c36WaitingList,
  c37UnreadOutcome,
} from './c35-referral-loop.ts';
import { c41ByReply, c41ByVersion } from './c41-contested.ts';
import { c42Bulk, c42Facts, c42Snooze } from './c42-worklist.ts';
import { c45OnPaper } from './c45-on-paper.ts';
import type { CareCase } from './case.ts';

/** The three case sketches that `npm run demo` tells when not asked for more. */
export const sketches: readonly CareCase[] = [a1Nurse, a2Retiree, a3Crps];

export const everyCase: readonly CareCase[] = [
  ...sketches,
  b1BoneMetastasis,
  b1CordCompression,
  b2PelvicPain,
  b2Both,
  b2Unknown,
  b3RedFlag,
  b3Reported,
  b3SameDay,
  b3NoAlarm,
  b4OpioidTaper,
  b4WithGabapentinoid,
  b5NotConcordant,
  b5Concordant,
  b5Bookings,
  b6PostOperative,
  b7BloodThinner,
  b8Trigeminal,
  c01Wording,
  c02Superseded,
  c02AcknowledgedBetween,
  c03TakenBack,
  c04NotConcerned,
  c04Extended,
  c05Declined,
  c06Silent,
  c06Urgent,
  c07Unreachable,
  c08Transferred,
  c09EnteredInError,
  c10TwoClinicians,
  ...c12Plateau,
  c13OtherDose,
  c13DoseChange,
  c14Authorization,
  c15NoShow,
  c16BehavioralPrivacy,
  c17ForeignPartner,
  ...c19Zones,
  c21Revoked,
  c22OnHold,
  c23Concern,
  c24JoinsLate,
  c25TooLate,
  c35CancellationAsked,
  c35CancellationByTime,
  c35CancelledTooLate,
  c36WaitingList,
  c37UnreadOutcome,
  c44ByLink,
  c45OnPaper,
  d1Headache,
  d2Knee,
  d3Pregnancy,
  visitUnderUnknownHold,
  planOfCare,
  directivesOfADay,
  c41ByVersion,
  c41ByReply,
  c42Facts,
  c42Snooze,
  c42Bulk,
];
