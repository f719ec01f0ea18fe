import { planDocument, type PlanDocument, type PlanDocumentInput } from '#contracts';
import { threeWay } from './three-way.js';

const medicine = (id: string, dose: number) =>
  ({ id, ingredient: { display: id }, class: 'tca', status: 'active', dose, unit: 'mg' }) as const;
const plan = (more: PlanDocumentInput = {}): PlanDocument =>
  planDocument.parse({
    medications: [medicine('amitriptyline', 10), medicine('nortriptyline', 10)],
    rehab: [
      {
        id: 'r1',
        discipline: 'physical-therapy',
        dose: { sessionsPerWeek: 2, weeks: 8 },
        program: ['gait', 'isometrics'],
        status: 'active',
      },
    ],
    patientContext: { diabetes: { value: 'no' } },
    ...more,
  });
const dosed = (sessionsPerWeek: number): PlanDocumentInput['rehab'] => [
  {
    id: 'r1',
    discipline: 'physical-therapy',
    dose: { sessionsPerWeek, weeks: 8 },
    program: ['isometrics', 'gait'],
    status: 'active',
  },
];

describe('threeWay', () => {
  it('brings together what does not touch the same item', () => {
    const theirs = plan({ rehab: dosed(3), reviewDate: '2027-08-01', patientContext: { diabetes: { value: 'yes' } } });
    const yours = plan({
      medications: [medicine('nortriptyline', 25), medicine('imipramine', 10)],
      patientContext: { diabetes: { value: 'no' }, pregnancy: 'no' },
    });
    const { conflicts, rebased, theirs: left, yours: right } = threeWay(plan(), theirs, yours);
    expect(conflicts).toEqual([]);
    expect(rebased).toEqual(
      plan({
        rehab: dosed(3),
        reviewDate: '2027-08-01',
        medications: [medicine('nortriptyline', 25), medicine('imipramine', 10)],
        patientContext: { diabetes: { value: 'yes' }, pregnancy: 'no' },
      }),
    );
    expect(left.map(({ text }) => text)).toContain(
      'Dose of physical therapy: 2 a week for 8 weeks becomes 3 a week for 8 weeks',
    );
    expect(right.map(({ type }) => type)).toEqual([
      'context.pregnancy-changed',
      'medication.titrated',
      'medication.started',
      'medication.stopped',
    ]);
  });

  it('asks about an item that both changed, in clinical words, and keeps theirs until somebody chose', () => {
    const { conflicts, rebased, partlyRebased } = threeWay(
      plan(),
      plan({ rehab: dosed(3) }),
      plan({ rehab: dosed(1), medications: [medicine('amitriptyline', 25), medicine('nortriptyline', 10)] }),
    );
    expect(rebased).toBeNull();
    expect(conflicts).toMatchObject([
      {
        itemPath: 'rehab[r1]',
        theirs: { texts: ['Dose of physical therapy: 2 a week for 8 weeks becomes 3 a week for 8 weeks'] },
        yours: { texts: ['Dose of physical therapy: 2 a week for 8 weeks becomes 1 a week for 8 weeks'] },
      },
    ]);
    expect(partlyRebased.rehab[0]?.dose?.sessionsPerWeek).toBe(3);
    expect(partlyRebased.medications[0]?.dose).toBe(25);
  });

  it('asks when one side removed what the other changed', () => {
    const { conflicts } = threeWay(plan(), plan({ rehab: [] }), plan({ rehab: dosed(1) }));
    expect(conflicts).toMatchObject([
      {
        itemPath: 'rehab[r1]',
        theirs: { item: null, texts: ['physical therapy stopped'] },
        yours: { item: { id: 'r1' } },
      },
    ]);
  });

  it.each<[string, PlanDocumentInput, PlanDocumentInput, string[]]>([
    ['the same change', { rehab: dosed(3) }, { rehab: dosed(3) }, []],
    ['two notes', { notes: 'one' }, { notes: 'other' }, ['notes']],
    [
      'status and its reason',
      { status: 'on-hold', statusReason: 'a' },
      { status: 'on-hold', statusReason: 'b' },
      ['status'],
    ],
    ['one new id for two things', { targets: [own('walk')] }, { targets: [own('swim')] }, ['targets[t1]']],
    ['another order', { rehab: dosed(2) }, { rehab: dosed(1) }, []],
  ])('%s', (_, theirs, yours, expected) => {
    expect(threeWay(plan(), plan(theirs), plan(yours)).conflicts.map(({ itemPath }) => itemPath)).toEqual(expected);
  });
});

function own(label: string) {
  return { id: 't1', kind: 'function', measure: 'own', label, baseline: 0, target: 1, status: 'open' } as const;
}
