import type { PlanDocument } from '#contracts';

/**
 * Fields whose change alone is no change: wording, who decided and when, corrections, links. A test walks the schema:
 * a field is either compared by `diffPlans` or stands here. `[]` is any item of a list.
 */
export const silentFields = [
  'statusReason',
  'owner',
  'stage.since',
  'stage.reason',
  'patientContext.age',
  'patientContext.occupation',
  'patientContext.workGoal.text',
  'patientContext.lifeGoal.text',
  'patientContext.anticoagulation.prescriber',
  'patientContext.anticoagulation.holdDecisions[].decidedBy',
  'patientContext.anticoagulation.holdDecisions[].decidedAt',
  'patientContext.cautionNote',
  'patientContext.implantedDevices[].mriText',
  'diagnoses[].text',
  'diagnoses[].question',
  'diagnoses[].evidence[].kind',
  'diagnoses[].evidence[].text',
  'diagnoses[].evidence[].concordance',
  'diagnoses[].onset',
  'diagnoses[].structuralRisk.decidedBy',
  'redFlags[].observedAt',
  'redFlags[].clearedBy',
  'redFlags[].clearedAt',
  'redFlags[].finding',
  'redFlags[].urological',
  'deficits[].text',
  'deficits[].observedAt',
  // With a code the display text is wording; without one it is compared.
  'medications[].ingredient.display',
  'medications[].startedOn',
  'medications[].judgedBy[]',
  'medications[].stopReason.effect',
  'medications[].stewardship.taper.reason',
  'procedures[].operatorConfirmed',
  'procedures[].result.recordedAt',
  'procedures[].ifBenefit',
  'procedures[].ifNoBenefit',
  'procedures[].override.reason',
  'procedures[].override.by',
  'rehab[].diagnosisId',
  'rehab[].targets[]',
  'rehab[].cause',
  'rehab[].progression.then',
  'rehab[].restrictions[].cause',
  'behavioral[].targets[]',
  'lifestyle[].text',
  'imaging[].reason',
  'imaging[].by',
  'imaging[].scheduledAt',
  'imaging[].diagnosisId',
  'imaging[].summary',
  'targets[].label',
  'targets[].baselineDate',
  'safetyNet.instructions',
  'notes',
] as const;

/** What is only wording: an ask that says the same in other words is the same ask. */
const wordingFields = silentFields.filter((path) =>
  /\.(text|question|reason|cause|label|summary|finding|effect|mriText|instructions|then)$|^(statusReason|notes)$/.test(
    path,
  ),
);

type Json = Record<string, unknown>;

/** The document with all wording taken out. What is left decides whether two asks are the same. */
export const withoutWording = (document: PlanDocument): PlanDocument =>
  wordingFields.reduce<unknown>((stripped, path) => without(stripped, path.split('.')), document) as PlanDocument;

/** One item of a list, or one head field, with its wording taken out; `path` as in a change. */
export function itemWithoutWording(path: string, item: unknown): unknown {
  const prefixes = path === 'rehab.restrictions' ? ['rehab[].restrictions[].'] : [`${path}[].`, `${path}.`];
  return wordingFields
    .flatMap((field) =>
      prefixes.filter((prefix) => field.startsWith(prefix)).map((prefix) => field.slice(prefix.length)),
    )
    .reduce((stripped, field) => without(stripped, field.split('.')), item);
}

function without(value: unknown, [step, ...rest]: string[]): unknown {
  if (step === undefined || typeof value !== 'object' || value === null) return value;
  const key = step.replace('[]', '');
  const inner = (value as Json)[key];
  if (inner === undefined) return value;
  if (step.endsWith('[]')) return { ...value, [key]: (inner as unknown[]).map((one) => without(one, rest)) };
  if (rest.length > 0) return { ...value, [key]: without(inner, rest) };
  const { [key]: _wording, ...kept } = value as Json;
  return kept;
}
