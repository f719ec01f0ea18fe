import { day, moment } from '../../ui/moments.js';

const known: Readonly<Record<string, string>> = {
  rehab: 'therapy',
  lightUntil: 'only light activity until',
  loadingFrom: 'loading from',
  mriConditions: 'MRI',
  mriText: 'MRI conditions',
  mmePerDay: 'MME per day',
  reliefPercent: 'relief in percent',
  contactLanguage: 'language',
  birthDate: 'born',
  callWhom: 'call',
};

const operators: Readonly<Record<string, string>> = {
  gte: 'at least',
  lte: 'at most',
  gt: 'above',
  lt: 'below',
  eq: 'exactly',
};

/** `sessionsPerWeek` is `sessions per week`. */
export const label = (name: string): string =>
  known[name] ??
  name
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replaceAll('-', ' ')
    .toLowerCase();

const isDate = /^\d{4}-\d\d-\d\d$/;
const isInstant = /^\d{4}-\d\d-\d\dT\d\d:\d\d/;
const isCode = /^[a-z]+(-[a-z]+)+$/;

/** A field's value as a person reads it: dates as the clinic writes them, codes of the vocabulary without their dashes. */
export function valueInWords(value: string, timeZone: string): string {
  if (isDate.test(value)) return day(value);
  if (isInstant.test(value)) return moment(value, timeZone);
  return isCode.test(value) ? value.replaceAll('-', ' ') : value;
}

export const isEmpty = (value: unknown): boolean =>
  value === null ||
  value === undefined ||
  value === '' ||
  value === 'n/a' ||
  (Array.isArray(value) && value.every(isEmpty));

export type Facts = Readonly<Record<string, unknown>>;
export const isRecord = (value: unknown): value is Facts =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What a thing is comes first, whatever order it was stored in; then its facts in the order in which clinicians say them. */
const order = [
  ...['notice', 'text', 'name', 'ingredient', 'procedure', 'hold', 'restriction', 'modality', 'measure', 'decision'],
  ...['kind', 'diagnoses', 'program', 'dose', 'unit', 'route', 'frequency', 'side', 'level', 'region', 'status'],
  ...[
    'prescriptions',
    'medications',
    'procedures',
    'studies',
    'restrictions',
    'progression',
    'targets',
    'from',
    'until',
  ],
];
const rank = (name: string): number => {
  const at = order.indexOf(name);
  return at === -1 ? order.length : at;
};
export const inOrder = (facts: Facts): [string, unknown][] =>
  Object.entries(facts)
    .filter(([, value]) => !isEmpty(value))
    .sort(([a], [b]) => rank(a) - rank(b));

/** Facts that need no name: the thing says itself. */
const sayThemselves = new Set(
  order.slice(0, 11).concat('side', 'level', 'region', 'unit', 'route', 'frequency', 'status', 'number'),
);

const list = (parts: readonly (string | null)[]): string =>
  parts.filter((part) => part !== null && part !== '').join(', ');

/** Things that have a sentence of their own. */
function sentenceOf(facts: Facts, timeZone: string): string | null {
  const words = (name: string): string => lineOf(facts[name], timeZone);
  const has = (name: string): boolean => !isEmpty(facts[name]);
  if (has('measure') && 'target' in facts) {
    const due = has('due') ? ` by ${words('due')}` : '';
    const status = facts['status'] === 'open' ? null : words('status');
    return list([`${words('measure')} from ${words('baseline')} to ${words('target')}${due}`, status]);
  }
  if ('op' in facts && 'then' in facts) {
    const operator = operators[words('op')] ?? words('op');
    return `when ${words('measure')} is ${operator} ${words('value')}: ${words('then')}`;
  }
  if ('sessionsPerWeek' in facts) {
    return list([
      has('sessionsPerWeek') ? `${words('sessionsPerWeek')} sessions a week` : null,
      has('minutes') ? `${words('minutes')} minutes each` : null,
      has('weeks') ? `for ${words('weeks')} weeks` : null,
      has('intensity') ? words('intensity') : null,
    ]);
  }
  if ('restriction' in facts || 'hold' in facts) {
    const span =
      list([has('from') ? `from ${words('from')}` : null]) + (has('until') ? ` until ${words('until')}` : '');
    return list([
      words('restriction' in facts ? 'restriction' : 'hold'),
      has('kg') ? `at most ${words('kg')} kg` : null,
      has('region') ? words('region') : null,
      span.trim(),
    ]);
  }
  return null;
}

/** In one line: what it is first, then its facts, by name where they need one. */
export function lineOf(value: unknown, timeZone: string): string {
  if (Array.isArray(value))
    return value
      .filter((one) => !isEmpty(one))
      .map((one) => lineOf(one, timeZone))
      .join(', ');
  if (isRecord(value))
    return (
      sentenceOf(value, timeZone) ??
      list(
        inOrder(value).map(([name, field]) => {
          const text = lineOf(field, timeZone);
          return sayThemselves.has(name) ? text : `${label(name)} ${text}`;
        }),
      )
    );
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return valueInWords(String(value), timeZone);
}

/** Too much for one line: it holds things that have facts of their own. */
export const isDeep = (value: unknown): boolean =>
  isRecord(value) &&
  Object.values(value).some((field) => isRecord(field) || (Array.isArray(field) && field.some(isRecord)));
