import { planDocument, type PlanDocumentInput } from '#contracts';
import { checkPlan } from './check-plan.js';

const now = new Date('2027-06-01T12:00:00Z');
const paths = (input: PlanDocumentInput, previous: PlanDocumentInput | null = null): string[] =>
  checkPlan(planDocument.parse(input), { previous: previous && planDocument.parse(previous), now }).map(
    ({ path }) => path,
  );

const medicine = { id: 'm1', ingredient: { display: 'x' }, class: 'nsaid' } as const;
const block = { id: 'p1', type: 'occipital-block', intent: 'therapeutic' } as const;
const flag = { id: 'g1', kind: 'fracture' } as const;
const target = { id: 't1', kind: 'function', measure: 'walk-min', baseline: 1, target: 2, status: 'open' } as const;
const diagnosis = { id: 'd1', code: 'M54.17', status: 'suspected' } as const;
const therapy = { id: 'r1', discipline: 'physical-therapy', status: 'active' } as const;
const tomorrow = '2027-06-03';
const later = '2027-06-01T12:00:01Z';
const earlier = '2027-05-01T12:00:00Z';

describe('A date that cannot be', () => {
  it.each<[path: string, plan: PlanDocumentInput]>([
    ['stage.since', { stage: { value: 'conservative', since: tomorrow } }],
    ['diagnoses[0].onset', { diagnoses: [{ ...diagnosis, onset: tomorrow }] }],
    ['redFlags[0].observedAt', { redFlags: [{ ...flag, status: 'active', observedAt: later }] }],
    [
      'deficits[0].observedAt',
      {
        deficits: [
          {
            id: 'f',
            kind: 'motor',
            text: 'x',
            side: 'left',
            progression: 'stable',
            observedAt: '2027-06-01T09:00:00-04:00',
          },
        ],
      },
    ],
    ['procedures[0].doneAt', { procedures: [{ ...block, status: 'done', doneAt: later }] }],
    ['targets[0].baselineDate', { targets: [{ ...target, baselineDate: tomorrow }] }],
    ['targets[0].due', { targets: [{ ...target, baselineDate: '2027-05-01', due: '2027-04-30' }] }],
    [
      'medications[0].until',
      { medications: [{ ...medicine, status: 'active', startedOn: '2027-05-02', until: '2027-05-01' }] },
    ],
    [
      'rehab[0].restrictions[0].until',
      {
        rehab: [{ ...therapy, restrictions: [{ id: 'x', kind: 'no-pool', from: '2027-05-02', until: '2027-05-01' }] }],
      },
    ],
    [
      'procedures[0].result.recordedAt',
      {
        procedures: [
          {
            ...block,
            status: 'done',
            doneAt: earlier,
            result: { reliefPercent: 1, recordedAt: '2027-04-30T12:00:00Z' },
          },
        ],
      },
    ],
    [
      'medications[0].steps[1].date',
      {
        medications: [
          {
            ...medicine,
            status: 'titrating',
            steps: [
              { date: '2027-05-02', dose: 1 },
              { date: '2027-05-02', dose: 2 },
            ],
          },
        ],
      },
    ],
  ])('%s', (path, plan) => {
    expect(paths(plan)).toEqual([path]);
  });

  it('is not today, wherever that is', () => {
    expect(paths({ diagnoses: [{ ...diagnosis, onset: '2027-06-02' }] })).toEqual([]);
    expect(paths({ redFlags: [{ ...flag, status: 'active', observedAt: '2027-06-01T12:00:00Z' }] })).toEqual([]);
  });
});

describe('Fields that belong together', () => {
  it.each<[path: string, plan: PlanDocumentInput]>([
    ['patientContext.allergies.items', { patientContext: { allergies: { state: 'known' } } }],
    [
      'patientContext.allergies.state',
      { patientContext: { allergies: { state: 'none-known', items: [{ kind: 'latex', text: 'gloves' }] } } },
    ],
    [
      'medications[0].stopReason.replacedBy',
      { medications: [{ ...medicine, status: 'stopped', stopReason: { kind: 'replaced-by' } }] },
    ],
    ['procedures[0].doneAt', { procedures: [{ ...block, status: 'planned', doneAt: earlier }] }],
    ['procedures[0].result', { procedures: [{ ...block, status: 'planned', result: { reliefPercent: 50 } }] }],
    [
      'procedures[0].series.number',
      { procedures: [{ ...block, status: 'planned', series: { id: 's', number: 3, of: 2 } }] },
    ],
    [
      'rehab[0].restrictions[0].kg',
      {
        rehab: [
          {
            ...therapy,
            restrictions: [{ id: 'x', kind: 'no-lifting-over', from: '2027-05-01', until: 'until-cleared' }],
          },
        ],
      },
    ],
    ['behavioral[0].clearance', { behavioral: [{ id: 'b', kind: 'cbt', status: 'engaged', clearance: 'cleared' }] }],
  ])('%s', (path, plan) => {
    expect(paths(plan)).toEqual([path]);
  });

  it('a procedure has one decision on the blood thinner', () => {
    const decision = { procedureId: 'p1', decision: 'continue', decidedBy: 'Dr. One', decidedAt: earlier } as const;
    const anticoagulation = { class: 'doac' as const, holdDecisions: [decision, decision] };
    expect(paths({ procedures: [{ ...block, status: 'planned' }], patientContext: { anticoagulation } })).toEqual([
      'patientContext.anticoagulation.holdDecisions[1].procedureId',
    ]);
  });

  it('a red flag is cleared by somebody, at some time, with a finding', () => {
    const raised: PlanDocumentInput = { redFlags: [{ ...flag, status: 'active', observedAt: earlier }] };
    const cleared = (more: object): PlanDocumentInput => ({
      redFlags: [{ ...flag, status: 'cleared', observedAt: earlier, ...more }],
    });
    expect(paths(cleared({}), raised)).toEqual([
      'redFlags[0].clearedBy',
      'redFlags[0].clearedAt',
      'redFlags[0].finding',
    ]);
    const said = { clearedBy: 'Dr. One', clearedAt: '2027-05-02T12:00:00Z', finding: 'no fracture' };
    expect(paths(cleared(said), raised)).toEqual([]);
    expect(paths(cleared({ ...said, clearedAt: '2027-04-02T12:00:00Z' }), raised)).toEqual(['redFlags[0].clearedAt']);
    expect(paths(cleared({}))).toEqual([]);
  });
});

describe('The status of a plan', () => {
  const revoked = { status: 'revoked', statusReason: 'the patient withdraws' } as const;
  it.each<[title: string, after: PlanDocumentInput, before: PlanDocumentInput, expected: string[]]>([
    ['revoked without a reason', { status: 'revoked' }, {}, ['statusReason']],
    ['on hold without a reason', { status: 'on-hold' }, {}, ['statusReason']],
    ['on hold with a reason', { status: 'on-hold', statusReason: 'hospital' }, {}, []],
    ['resumed without a reason', {}, { status: 'on-hold', statusReason: 'hospital' }, []],
    ['completed', { status: 'completed' }, {}, []],
    ['new content after the end', { ...revoked, reviewDate: '2027-08-01' }, revoked, ['status']],
    ['a note after the end', { ...revoked, notes: 'More.' }, revoked, ['status']],
    ['another end after the end', { status: 'completed' }, revoked, ['status']],
    ['opened again without a reason', {}, revoked, ['statusReason']],
    ['opened again with the old reason', { ...revoked, status: 'active' }, revoked, ['statusReason']],
    ['opened again with a reason', { statusReason: 'is back', reviewDate: '2027-08-01' }, revoked, []],
  ])('%s', (_, after, before, expected) => {
    expect(paths(after, before)).toEqual(expected);
  });
});
