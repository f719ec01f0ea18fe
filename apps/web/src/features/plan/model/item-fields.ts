import type { ListName } from './sections.js';
import { type Fields, isFields } from './values.js';

type When = (item: Fields) => boolean;

/** How the fields of an item are laid out: what is always asked, and what only belongs to some. */
export interface ItemLayout {
  main: readonly string[];
  /** Folded away until somebody wants it or it says something. */
  more?: readonly string[];
  /** Shown only then, or when it says something. */
  when?: Readonly<Record<string, When>>;
  /** What a new item begins with. Never anything clinical. */
  start?: Fields;
  /** How it ends: it stays in the plan as ended, because versions are compared and partners are told. */
  stop?: Fields;
}

const is =
  (name: string, ...values: string[]): When =>
  (item) =>
    values.includes(String(item[name]));

const hasEnded = is('status', 'done');

export const itemLayouts: Readonly<Record<ListName, ItemLayout>> = {
  diagnoses: {
    main: ['text', 'code', 'group', 'status', 'side', 'level', 'generator', 'onset'],
    more: ['region', 'evidence', 'structuralRisk', 'history', 'question'],
    when: { history: is('group', 'pelvic-pain') },
    start: { status: 'suspected' },
    stop: { status: 'resolved' },
  },
  deficits: { main: ['text', 'kind', 'side', 'progression', 'observedAt'] },
  redFlags: {
    main: ['kind', 'status', 'onset', 'observedAt', 'side', 'level', 'region', 'neurologicSign', 'emergency'],
    more: ['urological'],
    when: {
      clearedBy: is('status', 'cleared'),
      clearedAt: is('status', 'cleared'),
      finding: is('status', 'cleared'),
    },
    start: { status: 'active' },
    stop: { status: 'cleared' },
  },
  medications: {
    main: ['ingredient', 'class', 'status', 'dose', 'unit', 'frequency', 'route', 'startedOn', 'until', 'steps'],
    more: ['judgedBy', 'monitoring'],
    when: { stopReason: is('status', 'stopped'), stewardship: is('class', 'opioid') },
    start: { status: 'active', unit: 'mg' },
    stop: { status: 'stopped', stopReason: { kind: 'not-stated' } },
  },
  procedures: {
    main: ['type', 'intent', 'status', 'diagnosisId', 'side', 'level', 'guidance', 'steroid'],
    more: ['region', 'approach', 'authorizationRequired', 'series', 'ifBenefit', 'ifNoBenefit'],
    when: {
      scheduledAt: is('status', 'scheduled', 'done'),
      doneAt: hasEnded,
      result: hasEnded,
      trialDays: is('intent', 'trial'),
      operatorConfirmed: is('type', 'esi-transforaminal'),
      tissue: ({ type }) => String(type).startsWith('joint-injection'),
      override: () => false,
    },
    start: { status: 'planned' },
    stop: { status: 'cancelled' },
  },
  rehab: {
    main: ['discipline', 'status', 'diagnosisId', 'program', 'dose', 'restrictions', 'targets'],
    more: ['progression'],
    when: { cause: ({ status }) => status !== 'active' },
    start: { status: 'active' },
    stop: { status: 'stopped' },
  },
  restrictions: {
    main: ['kind', 'region', 'kg', 'from', 'until', 'cause'],
    when: { kg: is('kind', 'no-lifting-over') },
  },
  behavioral: {
    main: ['kind', 'status', 'targets'],
    when: { clearance: is('kind', 'pre-implant-evaluation') },
    start: { status: 'requested' },
    stop: { status: 'stopped' },
  },
  lifestyle: { main: ['kind', 'status', 'text'], stop: { status: 'stopped' } },
  imaging: {
    main: ['modality', 'region', 'side', 'reason', 'urgency', 'status', 'diagnosisId', 'by'],
    more: ['contrast', 'networkRequired', 'site'],
    when: {
      scheduledAt: is('status', 'scheduled'),
      changesDiagnosis: is('status', 'resulted'),
      incidentalFinding: is('status', 'resulted'),
      summary: is('status', 'resulted'),
    },
    start: { status: 'ordered' },
    stop: { status: 'cancelled' },
  },
  referralsNeeded: { main: ['role', 'question', 'urgency', 'requiredByPayer'] },
  targets: {
    main: ['kind', 'measure', 'baseline', 'baselineDate', 'target', 'due', 'trainedBy', 'status'],
    more: ['unit', 'direction', 'reviewEveryWeeks'],
    when: { label: is('measure', 'own') },
    start: { status: 'open' },
    stop: { status: 'abandoned' },
  },
  implantedDevices: { main: ['kind', 'region', 'mriConditions', 'mriText'] },
  plannedSurgery: { main: ['region', 'date'] },
};

export const allFieldsOf = ({ main, more = [], when = {} }: ItemLayout): string[] => [
  ...new Set([...main, ...Object.keys(when), ...more]),
];

const saysSomething = (value: unknown): boolean =>
  value !== undefined && value !== '' && value !== false && !(isFields(value) && Object.keys(value).length === 0);

/** Which fields this item shows: always, and when somebody asks for more. */
export function shownFields(layout: ItemLayout, item: Fields): { main: string[]; more: string[] } {
  const { main, more = [], when = {} } = layout;
  const belongs = (name: string): boolean => when[name] === undefined || when[name](item) || saysSomething(item[name]);
  const only = Object.keys(when).filter((name) => !main.includes(name) && !more.includes(name));
  return { main: [...main, ...only].filter(belongs), more: more.filter(belongs) };
}

export const isEnded = ({ status }: Fields): boolean =>
  ['stopped', 'cancelled', 'resolved', 'ruled-out', 'cleared', 'abandoned', 'completed'].includes(String(status));
