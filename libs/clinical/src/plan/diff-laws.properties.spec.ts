import fc from 'fast-check';
import { changeTypes, planDocument, type PlanChange, type PlanDocument } from '#contracts';
import { arbitraryPlan } from '../../test/arbitrary-plan.js';
import { type Mutation, mutationsOf } from '../../test/mutations.js';
import { fullPlan } from '../testing/full-plan.js';
import { applyChanges } from './apply-changes.js';
import { diffPlans } from './diff-plans.js';
import { threeWay } from './three-way.js';

const runs = { numRuns: 120 };
const plans = arbitraryPlan.map((plan): PlanDocument =>
  plan.status === 'revoked' ? { ...plan, status: 'active' } : plan,
);

const kindsOf = (changes: readonly PlanChange[]): string[] =>
  changes.map(({ type, path, itemId }) => `${type} ${path} ${itemId}`).sort();

const lists = Object.entries(planDocument.parse({}))
  .filter(([, value]) => Array.isArray(value))
  .map(([key]) => key as 'diagnoses');

interface Item {
  id: string;
  status?: string;
}
const ended = [
  ...['stopped', 'completed', 'cancelled', 'done', 'resolved'],
  ...['ruled-out', 'cleared', 'abandoned', 'met', 'resulted'],
];

/** A medicine stays that medicine and a course of therapy that course: another one gets its own id. */
const keepingKinds = (plan: PlanDocument, ...earlier: PlanDocument[]): PlanDocument => ({
  ...plan,
  medications: plan.medications.map((item) => {
    const was = earlier.flatMap(({ medications }) => medications).find(({ id }) => id === item.id) ?? item;
    return { ...item, class: was.class, ingredient: was.ingredient };
  }),
  rehab: plan.rehab.map((item) => {
    const was = earlier.flatMap(({ rehab }) => rehab).find(({ id }) => id === item.id) ?? item;
    return { ...item, discipline: was.discipline };
  }),
});

/**
 * The third as it can follow on the two others: ids are given once, so what is gone, a goal too, does not come back as something else; and what has ended
 * one way stays written down so.
 */
const following = (first: PlanDocument, second: PlanDocument, third: PlanDocument): PlanDocument => ({
  ...third,
  patientContext: {
    ...third.patientContext,
    ...Object.fromEntries(
      (['workGoal', 'lifeGoal'] as const)
        .filter((goal) => first.patientContext[goal] && !second.patientContext[goal])
        .map((goal) => [goal, undefined]),
    ),
  },
  ...Object.fromEntries(
    lists.map((list) => {
      const [before, between, after] = [first[list], second[list], third[list]] as unknown as Item[][] as [
        Item[],
        Item[],
        Item[],
      ];
      const find = (items: readonly Item[], id: string): Item | undefined => items.find((item) => item.id === id);
      const isOver = ({ status = '' }: Item): boolean => ended.includes(status);
      const written = between.filter(isOver).filter(({ id, status }) => {
        const later = find(after, id);
        return !later || (isOver(later) && later.status !== status);
      });
      const possible = after.filter(({ id }) => !find(written, id) && (!find(before, id) || find(between, id)));
      return [list, [...possible, ...written]];
    }),
  ),
});

describe('Changes carry what they changed', () => {
  it('applied to the older plan they leave nothing to tell', () => {
    fc.assert(
      fc.property(plans, plans, (a, c) => {
        expect(kindsOf(diffPlans(applyChanges(a, diffPlans(a, c)), c))).toEqual([]);
      }),
      runs,
    );
  });

  it('a plan that is revoked absorbs all but that', () => {
    fc.assert(
      fc.property(plans, plans, (a, c) => {
        const revoked = applyChanges(a, diffPlans(a, { ...c, status: 'revoked' }));
        expect(revoked).toEqual({ ...a, status: 'revoked' });
      }),
      { numRuns: 30 },
    );
  });

  it('two steps folded are the net change', () => {
    fc.assert(
      fc.property(plans, plans, plans, (a, second, third) => {
        const b = keepingKinds(second, a);
        const c = keepingKinds(following(a, b, third), a, b);
        const folded = applyChanges(applyChanges(a, diffPlans(a, b)), diffPlans(b, c));
        expect(kindsOf(diffPlans(a, folded))).toEqual(kindsOf(diffPlans(a, c)));
      }),
      runs,
    );
  });
});

describe('Net means from first to last', () => {
  const medicine = { id: 'm1', ingredient: { display: 'gabapentin' }, class: 'gabapentinoid', unit: 'mg' } as const;
  const at = (dose: number | null, status: 'active' | 'stopped' = 'active'): PlanDocument =>
    planDocument.parse({ medications: dose === null ? [] : [{ ...medicine, dose, status }] });

  it.each([
    ['a dose that changed twice is one change', [at(10), at(15), at(20)], ['medication.titrated']],
    ['a dose that went up and down again is none', [at(10), at(15), at(10)], []],
    ['a medicine started and stopped is none', [at(null), at(10), at(10, 'stopped')], []],
    ['a medicine stopped and started again is none', [at(10), at(10, 'stopped'), at(10)], []],
    ['a medicine started and then raised is started', [at(null), at(10), at(20)], ['medication.started']],
  ] as const)('%s', (_, [a, b, c], expected) => {
    const folded = applyChanges(applyChanges(a, diffPlans(a, b)), diffPlans(b, c));
    expect(diffPlans(a, c).map(({ type }) => type)).toEqual(expected);
    expect(diffPlans(a, folded).map(({ type }) => type)).toEqual(expected);
  });
});

/** Every item in a state in which all that is said of it counts. */
const live = (plan: PlanDocument): PlanDocument => ({
  ...plan,
  status: 'active',
  patientContext: {
    ...plan.patientContext,
    anticoagulation: { ...plan.patientContext.anticoagulation, holdDecisions: [] },
  },
  diagnoses: plan.diagnoses.map((item) => ({ ...item, status: 'confirmed' })),
  redFlags: plan.redFlags.map((item) => ({ ...item, status: 'active' })),
  medications: plan.medications.map(({ stopReason: _reason, stewardship, ...item }) => ({
    ...item,
    status: 'active',
    ...(stewardship && item.class === 'opioid' ? { stewardship } : {}),
  })),
  procedures: plan.procedures.map(({ doneAt: _done, ...item }) => ({
    ...item,
    status: 'scheduled',
    scheduledAt: '2027-04-19T10:00:00-04:00',
  })),
  rehab: plan.rehab.map((item) => ({ ...item, status: 'active' })),
  behavioral: plan.behavioral.map((item) => ({ ...item, status: 'engaged' })),
  lifestyle: plan.lifestyle.map((item) => ({ ...item, status: 'active' })),
  imaging: plan.imaging.map((item) => ({ ...item, status: 'ordered' })),
  targets: plan.targets.map((item) => ({ ...item, status: 'open' })),
});

/** Said of these in another state only, or planned already. */
const isSaidElsewhere = ({ path, after }: Mutation, plan: PlanDocument): boolean =>
  ['medications[].status', 'imaging[].status', 'imaging[].changesDiagnosis', 'imaging[].incidentalFinding'].includes(
    path,
  ) ||
  (path === 'medications[].dose' && plan.medications.some(({ steps }) => steps.some(({ dose }) => dose === after)));

describe('Whatever is changed in a live plan', () => {
  const mutated = fc
    .tuple(plans.map(live), fc.nat())
    .map(([plan, pick]) => {
      const mutations = mutationsOf(plan).filter((one) => !isSaidElsewhere(one, plan));
      return { plan, mutation: mutations[pick % mutations.length] };
    })
    .filter(({ mutation }) => mutation !== undefined);

  it('is found, and has a type, at its place', () => {
    fc.assert(
      fc.property(mutated, ({ plan, mutation }) => {
        if (!mutation) return;
        const changes = diffPlans(plan, mutation.document);
        const { path } = mutation;
        expect({ path, found: changes.length > 0 }).toEqual({ path, found: true });
        const [root = ''] = path.split(/[.[]/);
        for (const change of changes) {
          expect(changeTypes).toContain(change.type);
          expect(change.path.startsWith(root)).toBe(true);
        }
      }),
      { numRuns: 250 },
    );
  });

  it('is found in every field of the full plan', () => {
    const plan = live(fullPlan());
    for (const { path, document } of mutationsOf(plan).filter((one) => !isSaidElsewhere(one, plan)))
      expect({ path, found: diffPlans(plan, document).length > 0 }).toEqual({ path, found: true });
  });
});

describe('threeWay, for any three plans', () => {
  it('says the same of both sides as comparing them does, and rebases on whoever changed nothing', () => {
    fc.assert(
      fc.property(plans, plans, (base, changed) => {
        expect(threeWay(base, base, changed)).toMatchObject({ theirs: [], conflicts: [] });
        expect(diffPlans(threeWay(base, base, changed).partlyRebased, changed)).toEqual([]);
        expect(threeWay(base, changed, base)).toMatchObject({ yours: [], conflicts: [], rebased: changed });
        expect(threeWay(base, changed, changed)).toMatchObject({ conflicts: [], rebased: changed });
      }),
      { numRuns: 60 },
    );
  });

  it('finds the same conflicts whoever was first, and keeps theirs where it cannot choose', () => {
    fc.assert(
      fc.property(plans, plans, plans, (base, one, other) => {
        const [there, back] = [threeWay(base, one, other), threeWay(base, other, one)];
        expect(there.conflicts.map(({ itemPath }) => itemPath).sort()).toEqual(
          back.conflicts.map(({ itemPath }) => itemPath).sort(),
        );
        expect(there.rebased === null).toBe(there.conflicts.length > 0);
        if (there.rebased && back.rebased) expect(diffPlans(there.rebased, back.rebased)).toEqual([]);
        expect(planDocument.parse(there.partlyRebased)).toEqual(there.partlyRebased);
      }),
      { numRuns: 60 },
    );
  });
});
