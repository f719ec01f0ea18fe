/** A rule in words, for people who write them. */
import type { Rule } from '#clinical';

type Condition = Rule['where'][number];

const operators: Record<Condition['op'], string> = {
  eq: 'is',
  ne: 'is not',
  in: 'is one of',
  notIn: 'is none of',
  gte: 'is at least',
  lte: 'is at most',
  exists: 'is known',
  missing: 'is not known',
  between: 'lies between',
  includes: 'includes',
  not: 'is not so',
};

const valueText = (value: Condition['value']): string =>
  Array.isArray(value) ? value.join(', ') : value === undefined ? '' : String(value).replace(/^@/, 'that of ');

const businessDays = (count: number): string => (count === 1 ? 'one business day' : `${count} business days`);

export const conditionText = ({ field, op, value }: Condition): string =>
  `${field} ${operators[op]} ${valueText(value)}`.trimEnd();

const urgencies: Record<Rule['urgency'], string> = { R: 'routine', U: 'urgent', S: 'same day', E: 'emergency' };

export function dueText(due: Rule['due']): string {
  if ('businessDays' in due) return `within ${businessDays(due.businessDays)}`;
  if ('sameDay' in due) return 'today';
  if ('hours' in due) return `within ${due.hours} h by the clock`;
  return `${businessDays(due.businessDaysBefore)} before ${due.date}`;
}

const vacancy: Record<Rule['ifNoMember'], string> = {
  assign: 'the coordinator chooses a partner',
  skip: 'nobody is looked for',
  'assign-if-urgent': 'a partner is chosen when it is urgent',
};

const momentText = ({ within, of }: NonNullable<Rule['relevance']>): string =>
  within === 'PT0S' ? `on the day of ${of}` : `until ${within.slice(1, -1)} days after ${of}`;

export function ruleLines(rule: Rule): string[] {
  const calls = 'anyOf' in rule.when ? rule.when.anyOf : rule.when.event;
  return [
    `${rule.id} v${rule.version} (${rule.status})  tells ${rule.role}, ${rule.basis === 'net' ? 'on the change since what it acknowledged' : rule.basis === 'step' ? 'on each step' : 'on an event'}`,
    `    when      ${calls.join(', ')}`,
    ...rule.where.map((one) => `    and       ${conditionText(one)}`),
    ...(rule.unless.length > 0 ? [`    unless    ${rule.unless.map(conditionText).join(' and ')}`] : []),
    ...(rule.relevance ? [`    only      ${momentText(rule.relevance)}`] : []),
    `    because   ${rule.reason}`,
    `    asks      ${rule.ask.code}: ${rule.ask.text}`,
    ...(rule.ask.doBy ? [`    finished  ${dueText(rule.ask.doBy)}`] : []),
    `    by        ${dueText(rule.due)}, ${urgencies[rule.urgency]}`,
    ...rule.dueWhen.map(
      ({ where, due, urgency }) =>
        `    but       ${dueText(due)}, ${urgencies[urgency]}, when ${where.map(conditionText).join(' and ')}`,
    ),
    `    shows     ${rule.slice.join(', ') || 'the whole plan, inside the clinic'}`,
    ...(rule.slice.length > 0 && rule.basis === 'net' ? [`    vacant    ${vacancy[rule.ifNoMember]}`] : []),
    ...(rule.covers.length > 0 ? [`    covers    ${rule.covers.join(', ')}`] : []),
    `    source    ${rule.source.join(', ')}${rule.toCite ? `; to cite: ${rule.toCite}` : ''}`,
  ];
}
