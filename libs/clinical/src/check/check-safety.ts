import type { Procedure } from '#contracts';
import { windowOf } from '../plan/procedure-table.js';
import { type Check, isBookedNow } from './check.js';

const thinners = ['warfarin', 'doac', 'p2y12', 'heparin', 'other'];
/** Neuraxial, or of high bleeding risk. */
const bleeds: readonly string[] = ['W-ESI', 'W-TRIAL', 'W-IMPLANT', 'W-VERT'];

export const holdDecisions: Check = (document, context) => {
  const { class: thinner, holdDecisions: decisions } = document.patientContext.anticoagulation;
  if (!thinners.includes(thinner)) return [];
  const isDecided = ({ id }: Procedure): boolean => decisions.some(({ procedureId }) => procedureId === id);
  const message = `the patient takes a blood thinner (${thinner}): patientContext.anticoagulation.holdDecisions must say what happens with it`;
  return document.procedures.flatMap((procedure, index) =>
    isBookedNow(procedure, context) && bleeds.includes(windowOf(procedure)) && !isDecided(procedure)
      ? [{ path: `procedures[${index}].scheduledAt`, message }]
      : [],
  );
};

const infections = ['fever-spine', 'fever-after-procedure'];

export const noInfection: Check = (document, context) => {
  if (!document.redFlags.some(({ kind, status }) => infections.includes(kind) && status === 'active')) return [];
  const message = 'a fever is under review: no steroid, trial or implant is booked until it is cleared';
  return document.procedures.flatMap((procedure, index) =>
    isBookedNow(procedure, context) &&
    (procedure.steroid !== 'none' || ['W-TRIAL', 'W-IMPLANT'].includes(windowOf(procedure)))
      ? [{ path: `procedures[${index}].status`, message }]
      : [],
  );
};

export const noRadiationInPregnancy: Check = (document, context) => {
  const { pregnancy } = document.patientContext;
  if (pregnancy !== 'yes' && pregnancy !== 'possible') return [];
  const message =
    'fluoroscopy and CT wait for a review while pregnancy is certain or possible; an override with a reason is allowed';
  return document.procedures.flatMap((procedure, index) =>
    isBookedNow(procedure, context) && ['fluoroscopy', 'ct'].includes(procedure.guidance) && !procedure.override
      ? [{ path: `procedures[${index}].guidance`, message }]
      : [],
  );
};

/** An opioid meant for longer than a week needs its safeguards; no override. */
const stewardshipFields = [
  'functionalGoal',
  'riskAssessedAt',
  'monitoringIntervalDays',
  'naloxoneEducationAt',
] as const;
const shortContexts = ['post-operative', 'acute-injury'];

export const opioidSafeguards: Check = ({ medications }) =>
  medications.flatMap((medication, index) => {
    if (medication.class !== 'opioid' || medication.status === 'stopped') return [];
    const path = `medications[${index}].stewardship`;
    const { stewardship } = medication;
    if (!stewardship)
      return [{ path, message: 'an opioid needs its goal, risk assessment, monitoring and naloxone education' }];
    if (shortContexts.includes(stewardship.context)) return [];
    return stewardshipFields
      .filter((field) => stewardship[field] === undefined)
      .map((field) => ({ path: `${path}.${field}`, message: 'is required for opioid therapy; no override' }));
  });
