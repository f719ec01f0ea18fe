import type { TFunction } from 'i18next';
import { inWords, roleName, sentence } from '../../ui/words.js';
import { callsOf, type Condition, desks, type Rule, type RuleDue } from './rule.js';

/** `diagnosis.added`, `diagnosis.changed`: "Diagnosis added or changed". */
export function whenText(rule: Rule): string {
  const byThing = Map.groupBy(callsOf(rule), (call) => call.split('.')[0] ?? call);
  const things = [...byThing].map(([thing, calls]) => {
    const verbs = calls.map((call) => inWords(call.slice(thing.length + 1)));
    return `${inWords(thing)} ${new Intl.ListFormat('en', { type: 'disjunction' }).format(verbs)}`.trim();
  });
  return sentence(things.join('; '));
}

/** Whom it tells, in words. */
export const roleText = (t: TFunction, role: string): string =>
  role.startsWith('@') || desks.includes(role) ? t(`rules.roles.${role}`) : roleName(role);

export const mustText = (t: TFunction, role: string): string =>
  t(`rules.must.${role === 'patient' ? 'patient' : desks.includes(role) ? 'desk' : 'partner'}`);

export function dueText(t: TFunction, due: RuleDue): string {
  if ('businessDays' in due) return t('rules.due.businessDays', { count: due.businessDays });
  if ('sameDay' in due) return t('rules.due.sameDay');
  if ('hours' in due) return t('rules.due.hours', { count: due.hours });
  return t('rules.due.before', { count: due.businessDaysBefore, date: due.date });
}

const valueText = (value: Condition['value']): string =>
  Array.isArray(value) ? value.join(', ') : value === undefined ? '' : String(value);

export const conditionText = (t: TFunction, { field, op, value }: Condition): string =>
  `${field} ${t(`rules.operators.${op}`)} ${valueText(value)}`.trimEnd();

/** All that a search may find a rule by. */
export const searchTextOf = (t: TFunction, rule: Rule): string =>
  [rule.id, whenText(rule), ...callsOf(rule), roleText(t, rule.role), rule.ask.text, rule.reason, ...rule.source]
    .join(' ')
    .toLowerCase();
