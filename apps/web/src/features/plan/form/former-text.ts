import type { TFunction } from 'i18next';
import { day, moment } from '../../../ui/moments.js';
import type { FieldSchema } from '../model/schema.js';
import { codeText, stepsText } from '../model/summaries.js';
import { type Fields, isFields, itemsOf, type Value } from '../model/values.js';
import { referenceOptions } from './choices.js';

interface Place {
  name: string;
  value: Value;
  schema: FieldSchema;
  document: Fields;
}

/** What stood at a place, as it is read. */
export function formerText(t: TFunction, { name, value, schema, document }: Place): string {
  if (value === undefined || value === '' || (Array.isArray(value) && value.length === 0))
    return t('plan.form.nothing');
  if (typeof value === 'boolean') return t(value ? 'plan.form.yes' : 'plan.form.no');
  const named = referenceOptions(t, name, document);
  const word = (code: Value): string =>
    named?.find((one) => one.value === code)?.label ??
    (schema.enum || schema.items?.enum || schema.anyOf ? codeText(t, String(code)) : String(code));
  if (name === 'steps') return stepsText(value, undefined, t) ?? t('plan.form.nothing');
  if (Array.isArray(value) && itemsOf(value).length > 0)
    return itemsOf(value)
      .map((row) => rowText(t, row))
      .join('; ');
  if (Array.isArray(value)) return value.map(word).join(', ');
  if (isFields(value)) return rowText(t, value);
  if (/^\d{4}-\d\d-\d\d$/.test(String(value))) return day(String(value));
  if (schema.format === 'date-time') return moment(String(value));
  return word(value);
}

const rowText = (t: TFunction, row: Fields): string =>
  Object.values(row)
    .filter((one) => one !== undefined && one !== '')
    .map((one) => (/^\d{4}-\d\d-\d\d$/.test(String(one)) ? day(String(one)) : codeText(t, String(one))))
    .join(' ');
