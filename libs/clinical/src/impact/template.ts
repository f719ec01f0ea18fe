import type { SliceName } from '#contracts';

/** The words a template may use, ready to print. A word that is missing is null. */
export type Words = Readonly<Record<string, string | null>>;

const placeholder = /\{([a-zA-Z]+)\}/g;
const optionalPart = /\[([^\]]*)\]/g;

/**
 * Fills `{words}` in. A part in square brackets is left out when one of its words is missing; elsewhere a missing word reads as
 * nothing. White space is tidied; a sentence begins with a capital, whatever its first word.
 */
export function render(template: string, words: Words): string {
  const fill = (text: string): string => text.replace(placeholder, (_, name: string) => words[name] ?? '');
  const kept = template.replace(optionalPart, (_, part: string) =>
    wordsIn(part).every((name) => words[name]) ? part : '',
  );
  const tidy = fill(kept)
    .replace(/\s+/g, ' ')
    .replace(/ ([,.;:])/g, '$1')
    .replace(/\?\.$/, '?')
    .trim();
  return tidy.charAt(0).toUpperCase() + tidy.slice(1);
}

export const wordsIn = (template: string): string[] =>
  [...template.matchAll(placeholder)].map((match) => match[1] ?? '');

const procedureWords = ['procedure', 'date', 'moment', 'before', 'after', 'side', 'level', 'region'];
const diagnosisWords = ['diagnosis', 'diagnosisGroup', 'side', 'level', 'region', 'question'];
const medicationWords = [
  'allergy',
  'ingredient',
  'stopped',
  'replacement',
  'before',
  'after',
  'steps',
  'stopReason',
  'effect',
  'risk',
  'date',
  'until',
];

/**
 * What each slice lets a sentence say. A sedation notice cannot name a drug, a safety notice cannot name a disease: a rule that
 * tries is refused when it is loaded.
 */
const allowed: Record<SliceName, readonly string[]> = {
  identity: ['stage', 'planStatus', 'returnWhen', 'contact'],
  rehab: [
    ...[
      'discipline',
      'firstTarget',
      'program',
      'restriction',
      'from',
      'until',
      'cause',
      'dose',
      'measure',
      'baseline',
      'target',
      'unit',
      'by',
      'weeks',
      'goal',
      'nextStep',
    ],
    ...procedureWords,
    ...diagnosisWords,
    ...['loadingFrom', 'lightUntil', 'loadLimit', 'sessionBy', 'windowNote', 'leadsUntil', 'relief', 'duration'],
  ],
  'sedation-notice': ['until'],
  'variation-notice': ['until'],
  'safety-notice': ['hold', 'until'],
  'structural-notice': ['region', 'limits'],
  pelvic: [
    ...procedureWords,
    ...diagnosisWords,
    'procedures',
    'relief',
    'duration',
    'measure',
    'baseline',
    'target',
    'by',
  ],
  work: ['workStatus', 'date', 'limits'],
  device: ['device', 'region', 'date', 'conditions'],
  procedure: [...procedureWords, ...diagnosisWords],
  medication: [...medicationWords, ...diagnosisWords, 'flag', 'age'],
  opioid: [...medicationWords, 'mme', 'mmeBefore', 'goal', 'days', 'from', 'taperSteps', 'opioidState'],
  'taper-dates': ['from', 'until', 'dates'],
  oncology: [...procedureWords, ...diagnosisWords, 'modality', 'summary', 'goal'],
  imaging: ['modality', 'region', 'side', 'imagingReason', 'by', 'after', 'device', 'conditions', 'contrastStudies'],
  surgical: [...procedureWords, ...diagnosisWords, 'modality', 'summary', 'flag', 'surgeryDate'],
  headache: [...medicationWords, ...diagnosisWords, 'date', 'procedure'],
  'behavioral-request': ['diagnosisGroup', 'behavioralKind', 'question', 'measure', 'baseline', 'target', 'by', 'goal'],
  'behavioral-status': [],
  role: ['diagnosis', 'level', 'question', 'before', 'after', 'finding'],
};

/** Words of a template that none of these slices allows. */
export const forbiddenWords = (template: string, slices: readonly SliceName[]): string[] => {
  const known = new Set(slices.flatMap((slice) => allowed[slice]));
  return wordsIn(template).filter((word) => !known.has(word));
};
