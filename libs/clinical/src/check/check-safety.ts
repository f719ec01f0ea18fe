import type { Procedure } from '#contracts';
import { bleedingRiskOf, windowOf } from '../plan/procedure-table.js';
import { hasSteroid } from './check-spacing.js';
import { type Check, isBookedNow, refusal } from './check.js';

const thinners = ['warfarin', 'doac', 'p2y12', 'heparin', 'other'];
/** Neuraxial, or of high bleeding risk. */
const bleeds = (procedure: Procedure): boolean =>
  windowOf(procedure) === 'W-ESI' || bleedingRiskOf(procedure) === 'high';

export const holdDecisions: Check = (document, context) => {
  const { class: thinner, holdDecisions: decisions } = document.patientContext.anticoagulation;
  if (!thinners.includes(thinner)) return [];
  const needed = `a decision on the blood thinner (${thinner}) in patientContext.anticoagulation.holdDecisions before this procedure is booked`;
  return document.procedures.flatMap((procedure, index) => {
    if (!isBookedNow(procedure, context) || !bleeds(procedure)) return [];
    const given = decisions.filter(({ procedureId }) => procedureId === procedure.id).map(({ decision: one }) => one);
    // Of two that contradict each other the careful one holds, whichever was written first.
    const decision = given.find((one) => one === 'procedure-unsafe') ?? given[0];
    if (decision !== undefined && decision !== 'procedure-unsafe') return [];
    const found = decision === undefined ? 'none found' : 'found that the procedure is unsafe';
    return [refusal(`procedures[${index}].scheduledAt`, { needed, found, overridable: false })];
  });
};

const infections = ['fever-spine', 'fever-after-procedure'];

export const noInfection: Check = (document, context) => {
  const fever = document.redFlags.find(({ kind, status }) => infections.includes(kind) && status === 'active');
  if (!fever) return [];
  const needed = 'no steroid, trial or implant is booked while a fever is under review';
  const found = `found the red flag ${fever.id}, still active`;
  return document.procedures.flatMap((procedure, index) =>
    isBookedNow(procedure, context) && (hasSteroid(procedure) || ['W-TRIAL', 'W-IMPLANT'].includes(windowOf(procedure)))
      ? [refusal(`procedures[${index}].status`, { needed, found, overridable: false })]
      : [],
  );
};

export const noRadiationInPregnancy: Check = (document, context) => {
  const { pregnancy } = document.patientContext;
  if (pregnancy !== 'yes' && pregnancy !== 'possible') return [];
  const needed = 'fluoroscopy and CT wait for a review while pregnancy is certain or possible';
  const found = pregnancy === 'yes' ? 'the patient is pregnant' : 'pregnancy is possible';
  return document.procedures.flatMap((procedure, index) =>
    isBookedNow(procedure, context) && ['fluoroscopy', 'ct'].includes(procedure.guidance) && !procedure.override
      ? [refusal(`procedures[${index}].guidance`, { needed, found, overridable: true })]
      : [],
  );
};
