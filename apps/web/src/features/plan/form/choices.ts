import type { TFunction } from 'i18next';
import { fieldLabel } from '../model/schema.js';
import type { ListName } from '../model/sections.js';
import { codeText, nameOf } from '../model/summaries.js';
import { type Fields, itemsOf } from '../model/values.js';

export const labelOf = (t: TFunction, name: string): string =>
  t(`plan.fields.${name}`, { defaultValue: fieldLabel(name) });

export interface Option {
  value: string;
  label: string;
}

export const optionsOf = (t: TFunction, codes: readonly string[]): Option[] =>
  codes.map((code) => ({ value: code, label: codeText(t, code) }));

/** Fields that name another item of the same plan. */
const references: Readonly<Record<string, ListName>> = {
  targetId: 'targets',
  judgedBy: 'targets',
  functionalGoal: 'targets',
  targets: 'targets',
  diagnosisId: 'diagnoses',
  procedureId: 'procedures',
  replacedBy: 'medications',
};

/** The items that a field can name, by what they are called; undefined when the field names none. */
export function referenceOptions(t: TFunction, name: string, document: Fields): Option[] | undefined {
  const list = references[name];
  return list && itemsOf(document[list]).map((item) => ({ value: String(item['id']), label: nameOf(list, item, t) }));
}

/** What is usually written, for fields that take any words. */
export const usualWords: Readonly<Record<string, readonly string[]>> = {
  unit: ['mg', 'ug', 'g', '%', 'mL', 'min', 'h', 'm'],
  frequency: ['nightly', 'daily', 'twice daily', 'three times daily', 'every 8 h', 'as-needed'],
  level: ['C4-C5', 'C5-C6', 'C6-C7', 'L2-L3', 'L3-L4', 'L4-L5', 'L5-S1', 'L3', 'L4', 'L5', 'S1'],
};
