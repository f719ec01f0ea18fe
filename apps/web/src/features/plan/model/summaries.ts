import type { TFunction } from 'i18next';
import { day, moment } from '../../../ui/moments.js';
import { inWords, sentence } from '../../../ui/words.js';
import type { ListName } from './sections.js';
import { type Fields, isFields, itemsOf, type Value } from './values.js';

/** A code as people say it. */
export const codeText = (t: TFunction, code: string): string =>
  t(`plan.codes.${code}`, { defaultValue: sentence(inWords(code)) });

type Summary = (item: Fields, t: TFunction) => (string | undefined)[];

const text = (value: Value): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);
const date = (value: Value): string | undefined => (text(value) ? day(String(value)) : undefined);
const code = (value: Value, t: TFunction): string | undefined =>
  text(value) && value !== 'n/a' ? codeText(t, String(value)) : undefined;
const small = (value: Value, t: TFunction): string | undefined => lowered(code(value, t));
const list = (value: Value): string | undefined =>
  Array.isArray(value) && value.length > 0 ? value.join(', ') : undefined;
/** First letters are small inside a sentence, but not those of abbreviations. */
const lowered = (words: string | undefined): string | undefined =>
  words && /^[A-Z][a-z]/.test(words) ? words.charAt(0).toLowerCase() + words.slice(1) : words;

const doseOf = ({ dose, unit, frequency }: Fields): string | undefined =>
  [typeof dose === 'number' ? [dose, unit].filter(Boolean).join(' ') : undefined, text(frequency)]
    .filter(Boolean)
    .join(' ') || undefined;

export const stepsText = (steps: Value, unit: Value, t: TFunction): string | undefined => {
  const told = itemsOf(steps).map(({ date: on, dose }) =>
    t('plan.summary.step', {
      dose: [dose, unit].filter((part) => part !== undefined).join(' '),
      date: date(on) ?? '…',
    }),
  );
  return told.length === 0 ? undefined : told.join(', ');
};

const rehabDose = ({ dose }: Fields, t: TFunction): string | undefined =>
  isFields(dose) && dose['sessionsPerWeek'] !== undefined
    ? t('plan.summary.sessions', { count: Number(dose['sessionsPerWeek']), weeks: dose['weeks'] ?? '…' })
    : undefined;

const bookedAt = ({ status, scheduledAt, doneAt }: Fields): string | undefined => {
  const at = status === 'done' ? (doneAt ?? scheduledAt) : scheduledAt;
  return text(at) && status !== 'cancelled' ? moment(String(at)) : undefined;
};

const summaries: Readonly<Record<ListName, Summary>> = {
  diagnoses: (item, t) => [
    text(item['text']) ?? code(item['group'], t) ?? text(item['code']),
    [small(item['side'], t), list(item['level'])].filter(Boolean).join(' ') || undefined,
    small(item['status'], t),
    code(item['generator'], t) && t('plan.summary.generator', { generator: small(item['generator'], t) }),
    text(item['text']) ? text(item['code']) : undefined,
  ],
  deficits: (item, t) => [text(item['text']), small(item['side'], t), small(item['progression'], t)],
  redFlags: (item, t) => [
    code(item['kind'], t),
    small(item['status'], t),
    text(item['observedAt']) && t('plan.summary.observed', { at: moment(String(item['observedAt'])) }),
  ],
  medications: (item, t) => [
    [isFields(item['ingredient']) ? text(item['ingredient']['display']) : undefined, doseOf(item)]
      .filter(Boolean)
      .join(' ') || undefined,
    item['status'] === 'stopped' ? stoppedText(item, t) : small(item['status'], t),
    item['status'] === 'stopped' ? undefined : medicationDates(item, t),
  ],
  procedures: (item, t) => [
    code(item['type'], t),
    [small(item['side'], t), list(item['level'])].filter(Boolean).join(' ') || undefined,
    small(item['status'], t),
    bookedAt(item),
    isFields(item['result'])
      ? t('plan.summary.relief', { percent: item['result']['reliefPercent'] ?? '…' })
      : undefined,
  ],
  rehab: (item, t) => [
    code(item['discipline'], t),
    small(item['status'], t),
    rehabDose(item, t),
    itemsOf(item['restrictions']).length > 0
      ? t('plan.summary.restrictions', { count: itemsOf(item['restrictions']).length })
      : undefined,
  ],
  restrictions: (item, t) => [
    [code(item['kind'], t), item['kg'] === undefined ? undefined : `${String(item['kg'])} kg`]
      .filter(Boolean)
      .join(' ') || undefined,
    text(item['region']),
    text(item['until']) &&
      t('plan.summary.until', {
        until: item['until'] === 'until-cleared' ? t('plan.summary.cleared') : day(String(item['until'])),
      }),
  ],
  behavioral: (item, t) => [code(item['kind'], t), small(item['status'], t), small(item['clearance'], t)],
  lifestyle: (item, t) => [code(item['kind'], t), small(item['status'], t), text(item['text'])],
  imaging: (item, t) => [
    [code(item['modality'], t), text(item['region'])].filter(Boolean).join(' ') || undefined,
    small(item['side'], t),
    small(item['status'], t),
    text(item['reason']),
  ],
  referralsNeeded: (item, t) => [code(item['role'], t), text(item['question'])],
  targets: (item, t) => [
    text(item['label']) ?? code(item['measure'], t),
    item['baseline'] === undefined ? undefined : `${String(item['baseline'])} → ${String(item['target'] ?? '…')}`,
    date(item['due']) && t('plan.summary.by', { date: date(item['due']) }),
    small(item['status'], t),
  ],
  implantedDevices: (item, t) => [
    code(item['kind'], t),
    text(item['region']),
    text(item['mriConditions']) && `MRI ${small(item['mriConditions'], t)}`,
  ],
  plannedSurgery: (item) => [text(item['region']), date(item['date'])],
};

function medicationDates(item: Fields, t: TFunction): string | undefined {
  const steps = stepsText(item['steps'], item['unit'], t);
  if (steps) return steps;
  const parts = [
    date(item['startedOn']) && t('plan.summary.from', { date: date(item['startedOn']) }),
    date(item['until']) && t('plan.summary.until', { until: date(item['until']) }),
  ].filter(Boolean);
  return parts.length === 0 ? undefined : parts.join(' ');
}

function stoppedText({ stopReason }: Fields, t: TFunction): string {
  const reason = isFields(stopReason) ? (text(stopReason['effect']) ?? small(stopReason['kind'], t)) : undefined;
  return reason && reason !== 'not stated' ? t('plan.summary.stoppedFor', { reason }) : t('plan.summary.stopped');
}

/** An item of a list on one line: `gabapentin 300 mg nightly · titrating · from 24 Nov 2026`. */
export function summaryOf(list: ListName, item: Fields, t: TFunction): string {
  const told = summaries[list](item, t).filter((part) => part !== undefined && part !== '');
  return told.length === 0 ? t('plan.summary.new') : told.join(' · ');
}

/** Only what it is, for choices and confirmations. */
export const nameOf = (list: ListName, item: Fields, t: TFunction): string =>
  summaries[list](item, t).find((part) => part !== undefined && part !== '') ?? t('plan.summary.new');
