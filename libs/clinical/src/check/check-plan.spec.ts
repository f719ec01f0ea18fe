import fc from 'fast-check';
import { emptyPlan, planDocument, type PlanDocumentInput } from '#contracts';
import { arbitraryPlan } from '../../test/arbitrary-plan.js';
import { fullPlan } from '../testing/full-plan.js';
import { checkPlan } from './check-plan.js';

const now = new Date('2027-06-01T12:00:00Z');
const check = (input: PlanDocumentInput, previous: PlanDocumentInput | null = null) =>
  checkPlan(planDocument.parse(input), { previous: previous && planDocument.parse(previous), now });
const paths = (input: PlanDocumentInput, previous: PlanDocumentInput | null = null): string[] =>
  check(input, previous).map(({ path }) => path);

type Procedure = NonNullable<PlanDocumentInput['procedures']>[number];
const procedure = (id: string, type: Procedure['type'], more: Partial<Procedure> = {}): Procedure => ({
  id,
  type,
  intent: 'therapeutic',
  side: 'right',
  status: 'planned',
  ...more,
});
const done = (
  id: string,
  type: Procedure['type'],
  on: string,
  result: NonNullable<Procedure['result']>,
  more: Partial<Procedure> = {},
): Procedure => procedure(id, type, { status: 'done', doneAt: `${on}T10:00:00-04:00`, result, ...more });
const booked: Partial<Procedure> = { status: 'scheduled', scheduledAt: '2027-06-20T10:00:00-04:00' };
const override = { reason: 'knowingly', by: 'Dr. One' };

describe('checkPlan', () => {
  it('accepts the empty plan, and a plan without any intervention', () => {
    expect(checkPlan(emptyPlan, { previous: null, now })).toEqual([]);
    expect(paths({ diagnoses: [{ id: 'd1', code: 'M54.17', status: 'suspected' }] })).toEqual([]);
  });

  it('names the field of every reference that leads nowhere and of every id used twice', () => {
    const plan = fullPlan();
    const broken = {
      ...plan,
      diagnoses: [],
      targets: [],
      deficits: [...plan.deficits, ...plan.deficits],
      medications: plan.medications.filter(({ id }) => id !== 'm1'),
    };
    expect(checkPlan(broken, { previous: null, now }).map(({ path }) => path)).toEqual([
      'deficits[1].id',
      'procedures[0].diagnosisId',
      'rehab[0].diagnosisId',
      'imaging[0].diagnosisId',
      'rehab[0].targets[0]',
      'behavioral[0].targets[0]',
      'patientContext.workGoal.targetId',
      'patientContext.lifeGoal.targetId',
      'medications[0].judgedBy[0]',
      'medications[0].stewardship.functionalGoal',
      'medications[1].stopReason.replacedBy',
    ]);
  });

  it('wants dates that ascend, a date for a booking, and nothing done in the future', () => {
    const steps = [
      { date: '2027-06-02', dose: 2 },
      { date: '2027-06-02', dose: 1 },
    ];
    expect(
      paths({
        medications: [{ id: 'm1', ingredient: { display: 'x' }, class: 'tca', status: 'titrating', steps }],
        procedures: [
          procedure('p1', 'occipital-block', { status: 'scheduled' }),
          procedure('p2', 'occipital-block', { status: 'done' }),
          procedure('p3', 'occipital-block', { status: 'done', doneAt: '2027-06-01T12:00:01Z' }),
        ],
      }),
    ).toEqual([
      'medications[0].steps[1].date',
      'procedures[0].scheduledAt',
      'procedures[1].doneAt',
      'procedures[2].doneAt',
    ]);
  });

  it.each([
    ['scheduled', 'planned', true],
    ['done', 'cancelled', true],
    ['cancelled', 'planned', true],
    ['planned', 'scheduled', false],
    ['authorized', 'cancelled', false],
  ] as const)('a procedure that was %s and becomes %s: refused %s', (from, to, isRefused) => {
    const at = (status: Procedure['status']): PlanDocumentInput => ({
      procedures: [
        procedure('p1', 'trigger-point', {
          status,
          scheduledAt: '2027-05-20T10:00:00Z',
          ...(status === 'done' ? { doneAt: '2027-05-20T10:00:00Z' } : {}),
        }),
      ],
    });
    expect(paths(at(to), at(from))).toEqual(isRefused ? ['procedures[0].status'] : []);
  });

  it('does not let a done procedure disappear', () => {
    expect(paths({}, { procedures: [done('p1', 'esi-caudal', '2027-05-01', { reliefPercent: 50 })] })).toEqual([
      'procedures',
    ]);
    expect(paths({}, { procedures: [procedure('p1', 'esi-caudal')] })).toEqual([]);
  });
});

describe('prerequisites of a procedure', () => {
  const genicular = (reliefPercent: number, side: 'left' | 'right' = 'right') =>
    done('p0', 'genicular-block', '2027-05-01', { reliefPercent }, { side });

  it('one genicular block of the same knee with half the pain gone', () => {
    expect(paths({ procedures: [genicular(50), procedure('p1', 'rfa-genicular')] })).toEqual([]);
    expect(check({ procedures: [genicular(85, 'left'), procedure('p1', 'rfa-genicular')] })).toMatchObject([
      {
        path: 'procedures[1].prerequisite',
        message: 'one genicular block, same knee, at least 50 %; none found; an override with a reason is allowed',
      },
    ]);
    expect(check({ procedures: [genicular(40), procedure('p1', 'rfa-genicular')] })[0]?.message).toContain(
      'found 40 %',
    );
    expect(paths({ procedures: [genicular(40), procedure('p1', 'rfa-genicular', { override })] })).toEqual([]);
  });

  const block = (id: string, on: string, reliefPercent: number, concordant = true) =>
    done(id, 'medial-branch-block', on, { reliefPercent, concordant }, { level: ['L4-L5', 'L5-S1'] });
  const facet = procedure('p9', 'rfa-medial-branch', { level: ['L5-S1', 'L4-L5'] });

  it('two concordant medial branch blocks of the same side and levels, 14 days apart', () => {
    expect(paths({ procedures: [block('a', '2027-05-01', 90), block('b', '2027-05-15', 85), facet] })).toEqual([]);
    for (const second of [
      block('b', '2027-05-14', 85),
      block('b', '2027-05-15', 40),
      block('b', '2027-05-15', 85, false),
      { ...block('b', '2027-05-15', 85), side: 'left' as const },
    ]) {
      expect(paths({ procedures: [block('a', '2027-05-01', 90), second, facet] })).toEqual([
        'procedures[2].prerequisite',
      ]);
    }
    const { message } =
      check({ procedures: [block('a', '2027-05-01', 90), block('b', '2027-05-15', 40), facet] })[0] ?? {};
    expect(message).toContain('found 90 % and 40 %');
    expect(message).toContain('80 %');
  });

  it('14 days between a block and the next one of the same side and levels', () => {
    const next = (scheduledAt: string, more: object = {}) =>
      procedure('b', 'medial-branch-block', {
        ...{ status: 'scheduled', scheduledAt, level: ['L5-S1', 'L4-L5'] },
        ...more,
      });
    const first = block('a', '2027-05-01', 90);
    expect(paths({ procedures: [first, next('2027-05-15T08:00:00-04:00')] })).toEqual([]);
    const early = next('2027-05-14T15:00:00-04:00');
    expect(check({ procedures: [first, early] })[0]?.message).toContain('found 13 days');
    expect(paths({ procedures: [first, { ...early, override }] })).toEqual([]);
    expect(paths({ procedures: [first, { ...early, side: 'left' as const }] })).toEqual([]);
  });

  const trial = done('t', 'drg-trial', '2027-05-01', { reliefPercent: 60, function: 'better' }, { intent: 'trial' });
  const evaluation = (clearance: 'pending' | 'cleared' | 'not-cleared') => [
    { id: 'b1', kind: 'pre-implant-evaluation', status: 'completed', clearance } as const,
  ];
  const implant = procedure('i', 'drg-implant', { intent: 'implant' });

  it('a helpful trial of the same kind, and a clearance that nobody can override', () => {
    expect(paths({ procedures: [trial, implant], behavioral: evaluation('cleared') })).toEqual([]);
    const missing = check({ procedures: [implant], behavioral: evaluation('pending') });
    expect(missing.map(({ path }) => path)).toEqual(['procedures[0].prerequisite', 'procedures[0].prerequisite']);
    expect(missing[1]?.message).toContain('no override');
    expect(
      check({ procedures: [{ ...implant, override }], behavioral: evaluation('not-cleared') }).map(
        ({ message }) => message,
      ),
    ).toEqual(['a pre-implant evaluation that says cleared; found not-cleared; no override is possible']);
    const other = { ...trial, type: 'scs-trial' as const };
    expect(paths({ procedures: [other, implant], behavioral: evaluation('cleared') })).toEqual([
      'procedures[1].prerequisite',
    ]);
  });

  it('a trial asks for an evaluation first', () => {
    const planned = procedure('t', 'drg-trial', { intent: 'trial' });
    const tried: PlanDocumentInput = {
      medications: [{ id: 'm', ingredient: { display: 'x' }, class: 'tca', status: 'stopped' }],
    };
    expect(paths({ ...tried, procedures: [planned] })).toEqual(['procedures[0].prerequisite']);
    expect(paths({ ...tried, procedures: [planned], behavioral: evaluation('pending') })).toEqual([]);
  });

  it('are asked again when the procedure moves on, and not of one that stays as it was', () => {
    const before: PlanDocumentInput = { procedures: [trial, implant], behavioral: evaluation('cleared') };
    const withdrawn = (more: Partial<Procedure>): PlanDocumentInput => ({
      procedures: [trial, { ...implant, ...more }],
      behavioral: evaluation('not-cleared'),
    });
    expect(paths(withdrawn({}), before)).toEqual([]);
    expect(paths(withdrawn(booked), before)).toEqual(['procedures[1].prerequisite']);
    expect(paths(withdrawn({ status: 'cancelled' }), before)).toEqual([]);
  });
});

describe('safety of a booking', () => {
  const epidural = procedure('p1', 'esi-interlaminar', {
    ...booked,
    diagnosisId: 'd1',
    steroid: { agent: 'dexamethasone', mg: 10 },
    guidance: 'fluoroscopy',
  });
  const diagnoses: PlanDocumentInput['diagnoses'] = [
    { id: 'd1', code: 'M54.16', status: 'confirmed', evidence: [{ kind: 'exam' }, { kind: 'imaging' }] },
  ];
  const plan = (context: PlanDocumentInput['patientContext'], more: PlanDocumentInput = {}): PlanDocumentInput => ({
    diagnoses,
    procedures: [epidural],
    patientContext: context,
    ...more,
  });

  it('needs a decision on the blood thinner', () => {
    const decision = {
      procedureId: 'p1',
      decision: 'hold',
      decidedBy: 'Dr. One',
      decidedAt: '2027-06-01T10:00:00Z',
    } as const;
    expect(paths(plan({ anticoagulation: { class: 'doac' } }))).toEqual(['procedures[0].scheduledAt']);
    expect(paths(plan({ anticoagulation: { class: 'doac', holdDecisions: [decision] } }))).toEqual([]);
    const unsafe = { ...decision, decision: 'procedure-unsafe' as const };
    expect(paths(plan({ anticoagulation: { class: 'doac', holdDecisions: [unsafe] } }))).toEqual([
      'procedures[0].scheduledAt',
    ]);
    expect(paths(plan({ anticoagulation: { class: 'aspirin-only' } }))).toEqual([]);
  });

  const fever: PlanDocumentInput = {
    redFlags: [{ id: 'g1', kind: 'fever-spine', observedAt: '2027-06-01T10:00:00Z', status: 'active' }],
  };

  it('does not go with a fever, yet a version that reports the fever is never refused', () => {
    expect(paths(plan({}, fever))).toEqual(['procedures[0].status']);
    expect(paths(plan({}, fever), plan({}))).toEqual([]);
    const moved = { ...epidural, scheduledAt: '2027-06-21T10:00:00-04:00' };
    expect(paths(plan({}, { ...fever, procedures: [moved] }), plan({}, fever))).toEqual(['procedures[0].status']);
  });

  it('waits for a review in pregnancy, or for a reason', () => {
    expect(paths(plan({ pregnancy: 'possible' }))).toEqual(['procedures[0].guidance']);
    expect(paths(plan({ pregnancy: 'possible' }, { procedures: [{ ...epidural, override }] }))).toEqual([]);
  });
});

describe('an opioid', () => {
  const opioid = (stewardship: object | undefined): PlanDocumentInput => ({
    targets: [{ id: 't1', kind: 'function', measure: 'walk-min', baseline: 1, target: 2, status: 'open' }],
    medications: [
      {
        id: 'm1',
        ingredient: { display: 'morphine' },
        class: 'opioid',
        status: 'active',
        ...(stewardship ? { stewardship: stewardship as never } : {}),
      },
    ],
  });
  const complete = {
    context: 'chronic-non-cancer',
    functionalGoal: 't1',
    riskAssessedAt: '2027-05-01',
    monitoringIntervalDays: 28,
    naloxoneEducationAt: '2027-05-01',
  };

  const fourSafeguards = ['functionalGoal', 'riskAssessedAt', 'monitoringIntervalDays', 'naloxoneEducationAt'].map(
    (field) => `medications[0].stewardship.${field}`,
  );

  it('names each safeguard that is missing, and knows no override', () => {
    expect(paths(opioid(undefined))).toEqual(['medications[0].stewardship']);
    expect(paths(opioid(complete))).toEqual([]);
    const { naloxoneEducationAt: _missing, ...others } = complete;
    expect(check(opioid(others))).toMatchObject([
      { path: 'medications[0].stewardship.naloxoneEducationAt', overridable: false },
    ]);
  });

  it.each([
    ['a week, without a word about stewardship', undefined, '2027-06-08', []],
    ['more than a week, without any', undefined, '2027-06-09', ['medications[0].stewardship']],
    ['two weeks after an operation', { context: 'post-operative' }, '2027-06-15', []],
    ['two weeks of pain that lasts', { context: 'chronic-non-cancer' }, '2027-06-15', fourSafeguards],
    ['half a year after an operation', { context: 'post-operative' }, '2027-12-01', fourSafeguards],
    ['nobody knows how long after an operation', { context: 'post-operative' }, undefined, fourSafeguards],
  ] as const)('for %s', (_, stewardship, until, expected) => {
    const plan = opioid(stewardship);
    const [medication] = plan.medications ?? [];
    if (!medication) throw new Error('no opioid');
    const medications = [{ ...medication, startedOn: '2027-06-01', ...(until ? { until } : {}) }];
    expect(paths({ ...plan, medications })).toEqual(expected);
  });

  const tapering = { ...complete, taper: { state: 'running', steps: [{ date: '2027-07-01', dose: 5 }] } };
  it.each([
    ['as it is', tapering, []],
    ['to nobody', { ...complete, taper: { state: 'none' } }, ['medications[0].stewardship.prescriber']],
    ['to somebody who prescribes', { ...complete, taper: { state: 'none' }, prescriber: 'Dr. Next' }, []],
    ['after its end', { ...complete, taper: { state: 'done' } }, []],
  ] as const)('that is tapered is left %s when the plan is revoked', (_, stewardship, expected) => {
    const revoked = { status: 'revoked', statusReason: 'moved away' } as const;
    expect(paths({ ...opioid(stewardship), ...revoked }, opioid(tapering))).toEqual(expected);
    expect(paths(revoked, opioid(tapering))).toEqual(['medications']);
  });
});

describe('checkPlan, for any plan', () => {
  const valueAt = (document: unknown, path: string): unknown =>
    path
      .split(/[.[\]]+/)
      .filter(Boolean)
      .reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], document);

  it('names for every fault a place in the plan and says it in a sentence', () => {
    fc.assert(
      fc.property(arbitraryPlan, fc.option(arbitraryPlan), (document, previous) => {
        for (const { path, message } of checkPlan(document, { previous, now })) {
          expect(message).not.toMatch(/undefined|null|NaN|\[object|^$/);
          const owner = path.replace(/\.?[A-Za-z]+$/, '');
          expect({ path, isThere: owner === '' || valueAt(document, owner) !== undefined }).toEqual({
            path,
            isThere: true,
          });
        }
      }),
      { numRuns: 200 },
    );
  });

  it('finds the same faults in whatever order the lists are written', () => {
    const reversed = (value: unknown, key = ''): unknown => {
      if (Array.isArray(value)) return key === 'steps' ? value : [...value].reverse().map((one) => reversed(one));
      if (typeof value !== 'object' || value === null) return value;
      return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, reversed(inner, name)]));
    };
    fc.assert(
      fc.property(arbitraryPlan, fc.option(arbitraryPlan), (document, previous) => {
        const count = (plan: typeof document): number => checkPlan(plan, { previous, now }).length;
        expect(count(reversed(document) as typeof document)).toBe(count(document));
      }),
      { numRuns: 200 },
    );
  });
});
