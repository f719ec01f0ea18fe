import {
  partnerRoles,
  planDocument,
  redFlagKinds,
  triageFinding,
  type PlanDocument,
  type PlanDocumentInput,
  type TriageFinding,
} from '#contracts';
import { defaultCalendar } from '../calendar/business-calendar.js';
import { checkPlan } from '../check/check-plan.js';
import { assessImpact } from '../impact/assess-impact.js';
import { currentRuleset } from '../impact/current-ruleset.js';
import { desksForReport } from './desk-asks.js';
import { redFlagUrgency } from './red-flag-urgency.js';
import { clearFlag } from './safety-version.js';
import { triage } from './triage.js';
import { triageTable } from './triage-table.js';

const timeZone = 'America/New_York';
const at = new Date('2027-04-06T20:40:00Z');
const moment = { at, timeZone };

const radiculopathy: PlanDocumentInput = {
  diagnoses: [{ id: 'd1', code: 'M54.17', group: 'lumbar-radiculopathy', side: 'right', status: 'confirmed' }],
  rehab: [
    { id: 'r1', discipline: 'physical-therapy', diagnosisId: 'd1', status: 'active' },
    { id: 'r2', discipline: 'physical-therapy', diagnosisId: 'd1', status: 'stopped' },
  ],
};
const plan = (more: PlanDocumentInput = {}): PlanDocument => planDocument.parse({ ...radiculopathy, ...more });
const found = (kind: TriageFinding['kind'], more: Partial<TriageFinding> = {}): TriageFinding =>
  triageFinding.parse({ kind, ...more });
const run = (kind: TriageFinding['kind'], more: Partial<TriageFinding> = {}, document: PlanDocument | null = plan()) =>
  triage(document, [found(kind, more)], moment);
const done = (type: string, doneAt: string, more: object = {}): PlanDocumentInput =>
  ({ procedures: [{ id: 'p1', type, intent: 'therapeutic', status: 'done', doneAt, ...more }] }) as PlanDocumentInput;
const cancer: PlanDocumentInput = { patientContext: { cancerHistory: { value: 'past' } } };

describe('each kind of red flag', () => {
  type Row = [kind: TriageFinding['kind'], urgency: string, study: string | null, holds: string[]];
  it.each<Row>([
    ['cauda-equina', 'emergency', 'mri lumbar spine emergency 2027-04-06', ['hold-all']],
    ['progressive-weakness', 'same-day', 'mri lumbar spine same-day 2027-04-07', ['hold-loading']],
    ['cord-compression', 'emergency', 'mri whole spine emergency 2027-04-07', ['hold-all']],
    ['cancer-history-pain', 'within-2-bd', 'mri lumbar spine urgent 2027-04-13', ['hold-loading lumbar spine']],
    ['fever-spine', 'same-day', 'mri lumbar spine same-day 2027-04-06 contrast', ['hold-loading']],
    ['weight-loss', 'within-5-bd', null, []],
    ['neuro-after-neuraxial', 'emergency', 'mri lumbar spine emergency 2027-04-06', ['hold-all']],
    ['postural-headache', 'same-day', null, ['hold-loading']],
    ['gi-bleed', 'emergency', null, []],
    ['sedation-overdose', 'emergency', null, []],
    ['withdrawal', 'same-day', null, []],
    ['severe-rash', 'emergency', null, []],
    ['device', 'same-day', 'xray the device same-day 2027-04-06', ['no-bend-lift-twist']],
    ['headache-alarm', 'emergency', 'ct head emergency 2027-04-06', []],
    ['fracture', 'same-day', 'xray the injured region same-day 2027-04-06', ['hold-loading']],
    ['self-harm', 'same-day', null, []],
  ])('%s is %s, pictures: %s, holds: %s', (kind, urgency, study, holds) => {
    const { safetyDocument, ...answer } = run(kind);
    expect(answer.urgency).toBe(urgency);
    expect(answer.kinds).toEqual([kind]);
    expect(answer.alreadyKnown).toBe(false);
    const words = safetyDocument?.imaging.map(({ modality, region, urgency: haste, by, contrast }) =>
      [modality, region, haste, by, contrast ? 'contrast' : ''].join(' ').trim(),
    );
    expect(words).toEqual(study === null ? [] : [study]);
    const [active, stopped] = safetyDocument?.rehab ?? [];
    expect(active?.restrictions.map((hold) => [hold.kind, hold.region ?? ''].join(' ').trim())).toEqual(holds);
    expect(active?.restrictions.every(({ until, from }) => until === 'until-cleared' && from === '2027-04-06')).toBe(
      true,
    );
    expect(stopped?.restrictions).toEqual([]);
    expect(answer.actions.length).toBeGreaterThan(0);
  });

  it('fever-after-procedure: blood and pictures, by CT where a device is', () => {
    const shot = done('esi-caudal', '2027-03-20T10:00:00-04:00');
    expect(run('fever-spine', {}, plan(shot)).safetyDocument?.imaging[0]).toMatchObject({ modality: 'mri' });
    const stimulator: PlanDocumentInput = {
      ...shot,
      patientContext: { implantedDevices: [{ id: 'v1', kind: 'scs', region: 'left flank', mriConditions: 'unsafe' }] },
    };
    const answer = run('fever-spine', {}, plan(stimulator));
    expect(answer.safetyDocument?.imaging[0]).toMatchObject({ modality: 'ct', urgency: 'emergency' });
    expect(answer.actions.some((words) => words.startsWith('Tests: '))).toBe(true);
  });

  it('urgent-symptom asks for an appointment and leaves the plan alone', () => {
    const { safetyDocument, flags, urgency, alreadyKnown } = run('urgent-symptom');
    expect({ safetyDocument, flags, urgency, alreadyKnown }).toEqual({
      safetyDocument: null,
      flags: [],
      urgency: 'within-7-days',
      alreadyKnown: false,
    });
  });

  it.each(redFlagKinds)(
    '%s: the version reaches the rules that the table names, and breaks no clinical rule',
    (kind) => {
      const { told, changesPlan, questions, origin } = triageTable[kind];
      expect(questions.length).toBeGreaterThan(0);
      expect(origin.length).toBeGreaterThan(0);
      if (!changesPlan) return;
      const context: Partial<Record<string, PlanDocumentInput>> = {
        'fever-after-procedure': done('esi-caudal', '2027-03-20T10:00:00-04:00'),
      };
      const before = plan(context[kind] ?? {});
      const after = run(kind, {}, before).safetyDocument;
      if (!after) throw new Error('no safety version');
      expect(planDocument.parse(after)).toEqual(after);
      expect(checkPlan(after, { previous: before, now: at })).toEqual([]);
      const members = partnerRoles.map((role) => ({
        memberId: role,
        role,
        partnerId: 'clinic',
        engagedFor: [],
        acknowledgedVersion: 1,
        joinedAt: new Date('2027-03-01T15:00:00Z'),
        calendar: defaultCalendar(timeZone),
      }));
      const impact = assessImpact({
        history: [
          { version: 1, document: before, publishedAt: new Date('2027-04-01T15:00:00Z') },
          { version: 2, document: after, publishedAt: at },
        ],
        members,
        clinicCalendar: defaultCalendar(timeZone),
        ruleset: currentRuleset,
      });
      const fired = [...impact.partners, ...impact.desks].flatMap(({ asks }) => asks.map(({ ruleId }) => ruleId));
      const written = currentRuleset.rules.map(({ id }) => id);
      expect(told.filter((rule) => written.includes(rule) && !fired.includes(rule))).toEqual([]);
    },
  );
});

describe('what makes an emergency', () => {
  it.each<[string, TriageFinding['kind'], Partial<TriageFinding>, PlanDocumentInput]>([
    ['fever with a neurologic sign', 'fever-spine', { neurologicSign: true }, {}],
    ['fever after an implant', 'fever-spine', {}, done('scs-implant', '2027-03-20T10:00:00-04:00')],
    ['self-harm with a plan', 'self-harm', { withPlan: true }, {}],
    ['a pump that stopped', 'device', { pumpWithdrawal: true }, {}],
    [
      'an implant that the plan does not know',
      'fever-after-procedure',
      { implant: true },
      done('trigger-point', '2027-04-01T10:00:00-04:00'),
    ],
  ])('%s', (_, kind, more, context) => {
    const { urgency, safetyDocument, flags, actions } = run(kind, more, plan(context));
    expect(urgency).toBe('emergency');
    expect(actions[0]).toBe('The patient goes to the emergency department now.');
    // The plan alone, as rules read it, says the same.
    expect(flags.map((flag) => redFlagUrgency(flag, safetyDocument ?? plan()))).toEqual(['emergency']);
  });

  it.each(redFlagKinds)('%s is as urgent in the plan as the table says', (kind) => {
    expect(redFlagUrgency({ kind }, plan())).toBe(triageTable[kind].urgency);
  });
});

describe('a finding read with the plan', () => {
  const epidural = (doneAt: string): PlanDocumentInput => done('esi-interlaminar', doneAt, { level: ['L4-L5'] });
  it.each<[string, TriageFinding['kind'], Partial<TriageFinding>, PlanDocumentInput, string]>([
    ['weakness with a cancer history', 'progressive-weakness', {}, cancer, 'cord-compression'],
    ['incontinence with a cancer history', 'cauda-equina', {}, cancer, 'cord-compression'],
    ['night pain with a neurologic sign', 'cancer-history-pain', { neurologicSign: true }, cancer, 'cord-compression'],
    ['night pain alone', 'cancer-history-pain', {}, cancer, 'cancer-history-pain'],
    ['weakness without cancer', 'progressive-weakness', {}, {}, 'progressive-weakness'],
    [
      'weakness 47 h after an epidural',
      'progressive-weakness',
      {},
      epidural('2027-04-04T17:40:00-04:00'),
      'neuro-after-neuraxial',
    ],
    [
      'weakness 49 h after it',
      'progressive-weakness',
      {},
      epidural('2027-04-04T15:40:00-04:00'),
      'progressive-weakness',
    ],
    [
      'weakness after a knee injection',
      'progressive-weakness',
      {},
      done('joint-injection-knee', '2027-04-06T09:00:00-04:00'),
      'progressive-weakness',
    ],
    [
      'fever 30 days after a needle',
      'fever-spine',
      {},
      done('trigger-point', '2027-03-08T10:00:00-05:00'),
      'fever-after-procedure',
    ],
    [
      'fever 31 days after it',
      'fever-after-procedure',
      {},
      done('trigger-point', '2027-03-06T10:00:00-05:00'),
      'fever-spine',
    ],
    ['headache after an epidural', 'postural-headache', {}, epidural('2027-04-02T10:00:00-04:00'), 'postural-headache'],
  ])('%s', (_, kind, more, context, expected) => {
    expect(run(kind, more, plan(context)).kinds).toEqual([expected]);
  });

  it('counts a booking whose hour has passed as done', () => {
    const booked = {
      procedures: [
        {
          id: 'p1',
          type: 'esi-caudal',
          intent: 'therapeutic',
          status: 'scheduled',
          scheduledAt: '2027-04-06T10:00:00-04:00',
        },
      ],
    } as PlanDocumentInput;
    expect(run('progressive-weakness', {}, plan(booked)).kinds).toEqual(['neuro-after-neuraxial']);
  });

  it('is taken at its word without a plan, and with one that has ended', () => {
    expect(run('cauda-equina', {}, null)).toMatchObject({
      urgency: 'emergency',
      safetyDocument: null,
      alreadyKnown: false,
    });
    expect(run('cauda-equina', {}, plan({ status: 'completed' })).safetyDocument).toBeNull();
  });
});

describe('what is known', () => {
  it('an incontinence that was there before and did not change is no alarm', () => {
    expect(run('cauda-equina', { onset: 'known' })).toMatchObject({
      urgency: 'routine',
      alreadyKnown: true,
      flags: [],
      safetyDocument: null,
    });
  });

  it('yet what bleeds is an alarm however long it has', () => {
    expect(run('gi-bleed', { onset: 'known' }).flags).toMatchObject([{ kind: 'gi-bleed', onset: 'new' }]);
  });

  it('the same flag reported twice raises one alarm, whoever says more about where it is', () => {
    const first = run('cauda-equina', { side: 'bilateral' }).safetyDocument;
    const second = run('cauda-equina', { region: 'low back' }, first);
    expect(second).toMatchObject({ urgency: 'emergency', alreadyKnown: true, flags: [], safetyDocument: null });
    expect(run('progressive-weakness', {}, first).alreadyKnown).toBe(true);
  });

  it('findings of one report that are parts of one alarm are one flag', () => {
    const answer = triage(
      plan(),
      [found('progressive-weakness'), found('cauda-equina'), found('cauda-equina')],
      moment,
    );
    expect(answer.flags.map(({ kind }) => kind)).toEqual(['cauda-equina']);
  });

  it('the other side, or a neurologic sign that was not there, is news', () => {
    const right = run('progressive-weakness', { side: 'right' }).safetyDocument;
    expect(run('progressive-weakness', { side: 'left' }, right).flags).toHaveLength(1);
    const fever = run('fever-spine').safetyDocument;
    const worse = run('fever-spine', { neurologicSign: true }, fever);
    expect(worse).toMatchObject({ urgency: 'emergency', alreadyKnown: false });
    expect(worse.safetyDocument?.redFlags).toHaveLength(1);
    expect(worse.safetyDocument?.rehab[0]?.restrictions).toHaveLength(1);
  });
});

describe('clearing a flag', () => {
  const clearance = { at, by: 'Dr. One', finding: 'spine excluded' };

  it('gives the plan back as it was, with what was found', () => {
    const before = plan();
    const { safetyDocument, flags } = run('cauda-equina', {}, before);
    if (!safetyDocument || !flags[0]) throw new Error('no safety version');
    const after = clearFlag(safetyDocument, flags[0].id, clearance);
    expect(after.rehab).toEqual(before.rehab);
    expect(after.redFlags).toMatchObject([{ status: 'cleared', finding: 'spine excluded', clearedBy: 'Dr. One' }]);
    expect(after.imaging).toMatchObject([{ status: 'resulted' }]);
    expect(planDocument.parse(after)).toEqual(after);
  });

  it('leaves the holds of another flag in place', () => {
    const first = run('cauda-equina');
    const second = triage(first.safetyDocument, [found('device')], { at: new Date(at.getTime() + 1), timeZone });
    const document = second.safetyDocument ?? plan();
    const after = clearFlag(document, first.flags[0]?.id ?? '', clearance);
    expect(after.rehab[0]?.restrictions.map(({ kind }) => kind)).toEqual(['no-bend-lift-twist']);
  });
});

it('says to somebody who may not know why only how fast, and what to hold', () => {
  const { neutralActions } = run('progressive-weakness', {}, plan(cancer));
  expect(neutralActions).toEqual([
    'The patient goes to the emergency department now. Call the pain clinic.',
    'Hold all treatment until the plan clears it.',
  ]);
});

describe('a report that no version carries', () => {
  const calendar = defaultCalendar(timeZone);
  const asked = (kind: TriageFinding['kind'], urgency: 'emergency' | 'same-day' | 'within-7-days'): string[] =>
    desksForReport({ kinds: [kind], urgency, at: new Date('2027-04-06T13:00:00Z'), calendar, ruleset: currentRuleset })
      .flatMap(({ desk, asks }) =>
        asks.map((ask) => `${desk} ${ask.ruleId} ${ask.urgency} ${new Date(ask.dueAt).toISOString().slice(5, 16)}`),
      )
      .sort();

  it('of an urgent symptom asks scheduling for an appointment, without hurry', () => {
    expect(asked('urgent-symptom', 'within-7-days')).toEqual(['scheduling SD-06 routine 04-07T21:00']);
  });

  it('of an emergency alarms physician and coordinator and instructs the patient', () => {
    expect(asked('cauda-equina', 'emergency')).toEqual([
      'coordinator CO-02 emergency 04-06T14:00',
      'patient PX-08 emergency 04-06T14:00',
      'physician PH-01 emergency 04-06T14:00',
    ]);
  });

  it('of something for today asks for a slot', () => {
    expect(asked('fracture', 'same-day')).toEqual([
      'patient PX-09 same-day 04-06T21:00',
      'physician PH-01 same-day 04-06T21:00',
      'scheduling SD-06 same-day 04-06T21:00',
    ]);
  });
});
