import type { AskCode, BusinessCalendar, DeskRole, PlanDocument, Urgency } from '#contracts';

/** What the plan makes people come back to. Each says which desk acts, on what kind of ask, how fast, and by when. */
interface FollowUpKindFacts {
  ruleId: string;
  desk: DeskRole;
  code: AskCode;
  urgency: Urgency;
  /** Business days until it must be done; 0 is the same day. */
  withinBusinessDays: number;
  text: string;
  source: string;
}

const kind = (
  ruleId: string,
  desk: DeskRole,
  code: AskCode,
  [urgency, withinBusinessDays]: readonly [Urgency, number],
  text: string,
  source: string,
): FollowUpKindFacts => ({ ruleId, desk, code, urgency, withinBusinessDays, text, source });

const today = ['same-day', 0] as const;
const within = (days: number): readonly [Urgency, number] => ['routine', days];

/** In the order of the course of a plan. `source` as in the rule files: article section, convention or product decision. */
export const followUpKinds = {
  'diary-call': kind('FU-01', 'scheduling', 'call', today, 'Call: pain and activity since the block.', 'S6'),
  'result-missing': kind(
    'FU-02',
    'physician',
    'decide',
    within(1),
    'Record the result, or say why there is none.',
    'S6',
  ),
  'second-block': kind(
    'FU-03',
    'scheduling',
    'schedule',
    within(5),
    'The second block may take place from today.',
    'S6',
  ),
  'relief-window-opens': kind('FU-04', 'scheduling', 'schedule', within(5), 'Offer a re-evaluation.', 'S6'),
  'relief-window-closes': kind('FU-05', 'scheduling', 'schedule', within(5), 'Last call for a re-evaluation.', 'S6'),
  'neuritis-check': kind(
    'FU-06',
    'coordinator',
    'call',
    within(2),
    'Ask for numbness and burning; if still there, tell the physician.',
    'S9',
  ),
  'pre-implant-evaluation': kind(
    'FU-07',
    'coordinator',
    'call',
    within(1),
    'Ask for the evaluation, or choose another clinic.',
    'P',
  ),
  'trial-interrogation': kind(
    'FU-08',
    'scheduling',
    'call',
    today,
    'Interrogate the device; how is the function?',
    'S6',
  ),
  'trial-ends': kind('FU-09', 'scheduling', 'schedule', today, 'Lead removal and result visit.', 'S6'),
  'hold-still-needed': kind('FU-10', 'physician', 'decide', within(1), 'Lift it, or say until when.', 'P'),
  'titration-check': kind('FU-11', 'coordinator', 'call', within(1), 'Call: function, sleep, side effects.', 'S5'),
  'titration-review': kind(
    'FU-12',
    'coordinator',
    'call',
    within(5),
    'Call: is the full dose worth it, by function and sleep?',
    'S5',
  ),
  laboratory: kind('FU-13', 'coordinator', 'call', within(5), 'See that it is drawn in time.', 'S5'),
  'opioid-first-visit': kind(
    'FU-14',
    'scheduling',
    'schedule',
    within(5),
    'First visit after the start or the increase.',
    'S5',
  ),
  'opioid-monitoring': kind('FU-15', 'scheduling', 'schedule', within(5), 'Monitoring visit.', 'S5'),
  'opioid-30-days': kind('FU-16', 'physician', 'decide', within(3), 'Still taken after 30 days: re-evaluate.', 'C9'),
  'taper-step': kind('FU-17', 'coordinator', 'call', within(2), 'Call: how is the step going?', 'C10'),
  'radiculopathy-checkpoint': kind('PH-11', 'physician', 'decide', within(3), 'Surgical consultation?', 'S7'),
  'whiplash-checkpoint': kind(
    'FU-18',
    'physician',
    'decide',
    within(3),
    'Distress: behavioral health; otherwise the next rung.',
    'C',
  ),
  'measurement-missing': kind('FU-19', 'coordinator', 'call', within(1), 'Get the target measured.', 'S12'),
  'work-date-near': kind('FU-20', 'physician', 'decide', within(3), 'Will the date hold? Tell therapy.', 'S10'),
  'work-date': kind('FU-21', 'physician', 'decide', within(1), 'Back at work as planned?', 'S10'),
  'plan-review': kind('FU-22', 'physician', 'decide', within(1), 'Review the plan.', 'S12'),
} as const satisfies Record<string, FollowUpKindFacts>;

export type FollowUpKind = keyof typeof followUpKinds;

/** One moment that a plan sets. */
export interface FollowUp {
  /** Stable: the same moment of the same plan has the same key, whatever version it is computed from. */
  key: string;
  kind: FollowUpKind;
  itemId: string | null;
  /** When it comes. */
  at: Date;
  /** Why, as the desk reads it. */
  reason: string;
  /** It only comes when this holds at that moment: none of these targets is improving. */
  onlyIf?: { is: 'not-improving'; targetIds: readonly string[] };
}

/** What follow-ups are computed from. */
export interface PlanCourse {
  document: PlanDocument;
  /** When an item reached its present state, by item id: the publication that brought it. */
  since: (itemId: string) => Date;
  /** When a target was last measured; null when never. */
  lastMeasured: (targetId: string) => Date | null;
  calendar: BusinessCalendar;
  now: Date;
}
