import type { Diagnosis, Medication, PlanChange, PlanDocument, Procedure, RedFlag } from '#contracts';
import { bleedingRiskOf, isPelvic, isSamePlace, windowOf } from '../plan/procedure-table.js';
import { isSedating } from '../plan/sedating.js';
import { procedureWindow } from '../plan/windows.js';
import { redFlagUrgency } from '../triage/red-flag-urgency.js';
import { addedAllergies, failsForFacialPain, injectionBeforeReplacement, isFacialPain } from './context-facts.js';
import type { Facts } from './conditions.js';
import { diagnosisNews, isBoneMetastasis, isVertebralFracture } from './diagnosis-news.js';

type Record_ = Record<string, unknown>;

const openStatuses = ['planned', 'authorized', 'scheduled'];
const riskyThinners = ['warfarin', 'doac', 'p2y12', 'heparin', 'other'];
const oldAge = 65;

/** Facts about the plan as a whole, as it stands in one version. */
export function planFacts(document: PlanDocument): Facts {
  const { patientContext: context } = document;
  const given = document.medications.filter(({ status }) => status !== 'stopped');
  // What was there before and has not changed hurries nobody.
  const alarms = document.redFlags.filter(({ status, onset }) => status === 'active' && onset === 'new');
  const openImaging = document.imaging.filter(({ status }) => status === 'ordered' || status === 'scheduled');
  return {
    ...document,
    groups: document.diagnoses
      .filter(({ status }) => status === 'suspected' || status === 'confirmed')
      .map(({ group }) => group),
    activeClasses: given.map((medication) => medication.class),
    nsaidRisk: nsaidRisk(document),
    isOld: (context.age ?? 0) >= oldAge || context.riskFlags.includes('age-65-plus'),
    combinesSedatives: combinesSedatives(document),
    fallsEasily: (context.age ?? 0) >= oldAge || context.riskFlags.some((flag) => fallRisks.includes(flag)),
    openTypes: document.procedures.filter(({ status }) => openStatuses.includes(status)).map(({ type }) => type),
    isAnticoagulated: riskyThinners.includes(context.anticoagulation.class),
    hasDiabetes: context.diabetes.value === 'yes',
    hasActiveRedFlag: alarms.length > 0,
    hasEmergency: alarms.some((flag) => redFlagUrgency(flag, document) === 'emergency'),
    hasProgressiveDeficit: document.deficits.some(({ progression }) => progression === 'progressive'),
    hasNeurologicSign: alarms.some(({ neurologicSign }) => neurologicSign),
    isPreImplantCleared: document.behavioral.some(
      ({ kind, clearance }) => kind === 'pre-implant-evaluation' && clearance === 'cleared',
    ),
    hasOpenProcedure: document.procedures.some(({ status }) => openStatuses.includes(status)),
    hasBookedProcedure: document.procedures.some(({ status }) => status === 'scheduled'),
    hasOpenImaging: openImaging.length > 0,
    hasOpenContrastImaging: openImaging.some(({ contrast }) => contrast),
  };
}

const fallRisks: readonly string[] = ['age-65-plus', 'falls'];
const breathingRisks: readonly Medication['class'][] = ['benzodiazepine', 'gabapentinoid', 'muscle-relaxant'];

/** An opioid together with another medicine that slows breathing, prescribed here or known from elsewhere. */
function combinesSedatives({ medications, patientContext }: PlanDocument): boolean {
  const classes = medications.filter(({ status }) => status !== 'stopped').map((medication) => medication.class);
  const hasOther =
    classes.some((one) => breathingRisks.includes(one)) || patientContext.riskFlags.includes('benzodiazepine');
  return classes.includes('opioid') && hasOther;
}

function nsaidRisk({ patientContext: context }: PlanDocument): string | null {
  const risks = [
    riskyThinners.includes(context.anticoagulation.class) ? 'a blood thinner' : null,
    (context.age ?? 0) >= oldAge || context.riskFlags.includes('age-65-plus')
      ? `an age of ${context.age ?? 'over 65'}`
      : null,
    context.renalCaution ? 'a kidney caution' : null,
    context.giBleedRisk ? 'a bleeding risk' : null,
  ].filter((risk) => risk !== null);
  return risks.length > 0 ? risks.join(' and ') : null;
}

/** Pain with a cancer history is a question of stability until imaging has answered it. */
const structuralAlarm = ({ kind, region, level }: RedFlag): Record_ =>
  kind === 'cancer-history-pain'
    ? { risk: 'possible', riskRegion: region ?? [...level].sort().join(', '), isNewRisk: true }
    : {};

/** Medicines that payers often ask about first. */
const mayNeedPermission = ({ class: kind, ingredient }: Medication): boolean =>
  kind === 'cgrp-mab' || kind === 'gepant' || (kind === 'topical' && /\bcompound/i.test(ingredient.display));

/** The item a change is about, with what rules ask that the document does not say outright. */
export function itemFacts(change: PlanChange, document: PlanDocument): Record_ {
  const item = (change.after ?? change.before ?? {}) as Record_;
  const diagnosisId = item['diagnosisId'];
  const diagnosis = document.diagnoses.find(({ id }) => id === diagnosisId);
  const common: Record_ = typeof item === 'object' && !Array.isArray(item) ? { ...item } : { value: item };
  common['group'] ??= diagnosis?.group;
  switch (change.path) {
    case 'procedures':
      return { ...common, ...procedureItem(item as unknown as Procedure, document) };
    case 'medications':
      return {
        ...common,
        sedating: isSedating(item as never),
        isCarbamazepine: /carbamazepine/i.test((item as unknown as Medication).ingredient.display),
        hasSteps: Array.isArray(item['steps']) && item['steps'].length > 0,
        leavesFacialPain: failsForFacialPain(item as unknown as Medication) && document.diagnoses.some(isFacialPain),
        mayNeedPermission: mayNeedPermission(item as unknown as Medication),
      };
    case 'redFlags':
      return {
        ...common,
        urgency: redFlagUrgency(item as unknown as RedFlag, document),
        ...structuralAlarm(item as unknown as RedFlag),
      };
    case 'diagnoses':
      return { ...common, ...diagnosisItem(item as unknown as Diagnosis, document), ...diagnosisNews(change) };
    case 'behavioral':
      return { ...common, isTrialHelpful: document.procedures.some(isHelpfulTrial) };
    case 'rehab.restrictions':
      return { ...common, discipline: change.qualifiers['discipline'] };
    case 'patientContext.allergies':
      return { ...common, ...addedAllergies(change) };
    case 'patientContext.plannedSurgery':
      return { ...common, ...injectionBeforeReplacement(document.procedures, document) };
    default:
      return common;
  }
}

const diagnosisItem = (diagnosis: Diagnosis, { medications }: PlanDocument): Record_ => ({
  leavesFacialPain: isFacialPain(diagnosis) && medications.some(failsForFacialPain),
  isBoneMetastasis: isBoneMetastasis(diagnosis),
  isVertebralFracture: isVertebralFracture(diagnosis),
  risk: diagnosis.structuralRisk?.value ?? 'none',
  riskRegion: diagnosis.structuralRisk?.region ?? diagnosis.region,
});

/** Blocks and injections whose answer opens an ablation. */
const gateways: readonly string[] = ['medial-branch-block', 'genicular-block', 'si-joint-injection'];

function procedureItem(procedure: Procedure, document: PlanDocument): Record_ {
  const window = procedureWindow(procedure);
  const { reliefPercent = 0, concordant } = procedure.result ?? {};
  const isPositive = concordant === true || (concordant === undefined && reliefPercent >= 50);
  return {
    window: windowOf(procedure),
    at: window?.at,
    loadingFrom: window?.loadingFrom ?? undefined,
    bleedingRisk: bleedingRiskOf(procedure),
    isPelvic: isPelvic(procedure),
    hasSteroid: procedure.steroid !== 'none',
    isTrial: windowOf(procedure) === 'W-TRIAL',
    opensNextStep:
      (windowOf(procedure) === 'W-TRIAL' && reliefPercent >= 50) || (gateways.includes(procedure.type) && isPositive),
    isTrialHelpful: isHelpfulTrial(procedure),
    isBlockPositive: isPositive,
    opensAblation: opensAblation(procedure, isPositive, document),
    concordantBlocks: concordantBlocks(procedure, document),
    replacementOn: injectionBeforeReplacement([procedure], document)?.replacementOn,
  };
}

/** The temporary system helped enough, and the patient did more with it. */
const isHelpfulTrial = (procedure: Procedure): boolean =>
  windowOf(procedure) === 'W-TRIAL' &&
  (procedure.result?.reliefPercent ?? 0) >= 50 &&
  procedure.result?.function === 'better';

/** One answer is enough of a genicular or sacroiliac block; of medial branch blocks it takes two. */
function opensAblation(procedure: Procedure, isPositive: boolean, document: PlanDocument): boolean {
  if (!gateways.includes(procedure.type)) return false;
  return procedure.type === 'medial-branch-block'
    ? procedure.result?.concordant === true && concordantBlocks(procedure, document) >= 2
    : isPositive;
}

/** How many blocks of this kind, side and levels were concordant, this one included. */
export const concordantBlocks = (
  procedure: Pick<Procedure, 'type' | 'side' | 'level'>,
  document: PlanDocument,
): number =>
  document.procedures.filter(
    (other) => other.type === procedure.type && isSamePlace(other, procedure) && other.result?.concordant === true,
  ).length;

/** What a change is tied to, when it says so: two changes tied to different ones are about different things. */
export interface Ties {
  diagnosis: string | null;
  region: string | null;
}

export function tiesOf(change: PlanChange, item: Record_): Ties {
  const diagnosis = change.path === 'diagnoses' ? change.itemId : item['diagnosisId'];
  const region = item['riskRegion'] ?? item['region'];
  return {
    diagnosis: typeof diagnosis === 'string' ? diagnosis : null,
    region: typeof region === 'string' ? region : null,
  };
}

/**
 * What a change is about, as names that can be compared between rules: a rule that covers another does so only for the same
 * thing. A change of the plan as a whole shares with everything.
 */
export function subjectsOf(change: PlanChange, item: Record_): string[] {
  if (change.itemId === null && !change.path.startsWith('patientContext.implantedDevices')) return ['*'];
  const subjects = [change.itemId, item['diagnosisId'], item['riskRegion'] ?? item['region']];
  if (Array.isArray(item['targets'])) subjects.push(...(item['targets'] as string[]));
  const discipline = item['discipline'] ?? item['trainedBy'];
  if (discipline) subjects.push(`discipline ${String(discipline)}`);
  if (item['window'] === 'W-IMPLANT' || change.path === 'patientContext.implantedDevices') subjects.push('device');
  return subjects.filter((subject) => typeof subject === 'string' && subject !== '') as string[];
}
