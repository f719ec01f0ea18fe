import fc from 'fast-check';
import { changeTypes, emptyPlan, type PlanChange, type PlanDocument } from '#contracts';
import { arbitraryPlan } from '../../test/arbitrary-plan.js';
import { diffPlans } from './diff-plans.js';
import { isEqual } from './equal.js';
import { withoutWording } from './silent-fields.js';

/** The changes that say in which state an item now is. An item has one state, so it can have one of these. */
const statusTypes: Record<string, readonly string[]> = {
  diagnoses: ['diagnosis.added', 'diagnosis.confirmed', 'diagnosis.ruled-out', 'diagnosis.resolved'],
  redFlags: ['red-flag.raised', 'red-flag.cleared'],
  medications: [
    ...['medication.started', 'medication.tapering', 'medication.stopped', 'medication.switched'],
    ...['opioid.started', 'opioid.stopped'],
  ],
  procedures: [
    ...['procedure.planned', 'procedure.authorized', 'procedure.scheduled', 'procedure.done', 'procedure.cancelled'],
    ...['procedure.rescheduled'],
  ],
  rehab: ['rehab.prescribed', 'rehab.held', 'rehab.resumed', 'rehab.stopped', 'rehab.completed'],
  behavioral: ['behavioral.requested', 'behavioral.engaged', 'behavioral.completed', 'behavioral.stopped'],
  lifestyle: ['lifestyle.changed'],
  imaging: ['imaging.ordered', 'imaging.resulted', 'imaging.cancelled', 'imaging.changed'],
  referralsNeeded: ['referral.needed', 'referral.withdrawn', 'referral.changed'],
  targets: ['target.added', 'target.met', 'target.removed'],
  deficits: ['deficit.changed'],
};
type ListName = keyof typeof statusTypes & keyof PlanDocument;
const lists = Object.keys(statusTypes) as ListName[];

type Item = { id: string; status?: string };
const itemsOf = (document: PlanDocument, list: ListName): Item[] => document[list] as unknown as Item[];
const itemOf = (document: PlanDocument, list: ListName, id: string | null): Item | null =>
  itemsOf(document, list).find((item) => item.id === id) ?? null;

/** Another drug or discipline under an old id is two items: one that ended and one that began. */
const isOneItem = (before: PlanDocument, after: PlanDocument, { path, itemId }: PlanChange): boolean => {
  const [b, a] = [before, after].map((document) => itemOf(document, path as ListName, itemId) as object | null);
  if (!a || !b) return true;
  const kind = (item: object): unknown[] =>
    ['class', 'ingredient', 'discipline'].map((key) => (item as Record<string, unknown>)[key]);
  return isEqual(kind(a), kind(b));
};

const ended = ['stopped', 'cancelled', 'ruled-out', 'resolved', 'cleared', 'completed', 'abandoned', 'met'];
/** What an ended item found out stays true: what was done, a clearance. */
const isHistory = (list: ListName, { status }: Item): boolean =>
  status === 'done' || (list === 'behavioral' && status === 'completed');
const isEnded = (list: ListName, item: Item): boolean =>
  item.status !== undefined && ended.includes(item.status) && !isHistory(list, item);

/** Every list in another order. Steps are a sequence: their order is their meaning. */
const shuffled = (document: PlanDocument): fc.Arbitrary<PlanDocument> => {
  const shuffle = (value: unknown, key = ''): fc.Arbitrary<unknown> => {
    if (Array.isArray(value)) {
      const items = fc.tuple(...value.map((item) => shuffle(item)));
      if (key === 'steps') return items;
      return items.chain((all) => fc.shuffledSubarray(all, { minLength: all.length }));
    }
    if (typeof value !== 'object' || value === null) return fc.constant(value);
    return fc.record(Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, shuffle(inner, name)])));
  };
  return shuffle(document) as fc.Arbitrary<PlanDocument>;
};

const runs = { numRuns: 200 };

describe('diffPlans, for any two documents of the schema', () => {
  it('finds nothing between a plan and itself in another order', () => {
    const pairs = arbitraryPlan.chain((plan) => fc.tuple(fc.constant(plan), shuffled(plan)));
    fc.assert(
      fc.property(pairs, ([plan, other]) => {
        expect(diffPlans(plan, plan)).toEqual([]);
        expect(diffPlans(plan, other)).toEqual([]);
      }),
      runs,
    );
  });

  it('finds nothing between a plan and the same without its wording', () => {
    fc.assert(
      fc.property(arbitraryPlan, (plan) => {
        expect(diffPlans(plan, withoutWording(plan))).toEqual([]);
        expect(diffPlans(withoutWording(plan), plan)).toEqual([]);
      }),
      runs,
    );
  });

  it('sees a difference from both sides, or from neither', () => {
    fc.assert(
      fc.property(arbitraryPlan, arbitraryPlan, (one, other) => {
        for (const list of lists) {
          const [left, right] = [one, other].map((plan) => ({
            ...one,
            status: 'active' as const,
            // What was done, reported or given up is history: to forget it is no news.
            [list]: itemsOf(plan, list).filter(
              ({ status }) => !['done', 'resulted', 'abandoned'].includes(status ?? ''),
            ),
          })) as [PlanDocument, PlanDocument];
          const [there, back] = [diffPlans(left, right), diffPlans(right, left)];
          expect({ list, changes: there.length > 0 }).toEqual({ list, changes: back.length > 0 });
        }
      }),
      runs,
    );
  });

  it('knows every type, says a whole sentence, and shows the items of the two documents', () => {
    fc.assert(
      fc.property(arbitraryPlan, arbitraryPlan, (before, after) => {
        for (const change of diffPlans(before, after)) {
          expect(changeTypes).toContain(change.type);
          expect(change.text).not.toMatch(/undefined|null|NaN|\[object|^$/);
          expect(change.before ?? change.after).not.toBeNull();
          if (!lists.includes(change.path as ListName) || !isOneItem(before, after, change)) continue;
          const list = change.path as ListName;
          expect(change.before).toEqual(itemOf(before, list, change.itemId));
          if (change.type !== 'medication.switched') expect(change.after).toEqual(itemOf(after, list, change.itemId));
        }
      }),
      runs,
    );
  });

  it('says of an item at most once in which state it now is', () => {
    fc.assert(
      fc.property(arbitraryPlan, arbitraryPlan, (before, after) => {
        const states = diffPlans(before, after)
          .filter(({ path, type }) => statusTypes[path]?.includes(type))
          .filter((change) => isOneItem(before, after, change))
          .map(({ path, itemId }) => `${path} ${itemId}`);
        expect(states).toEqual([...new Set(states)]);
      }),
      runs,
    );
  });

  it('says of every live item of a first version in which state it is, and of an ended one nothing', () => {
    const first = arbitraryPlan.filter(({ status }) => status !== 'revoked');
    fc.assert(
      fc.property(first, (plan) => {
        const changes = diffPlans(emptyPlan, plan);
        const expected = lists.flatMap((list) =>
          itemsOf(plan, list)
            .filter((item) => !isEnded(list, item) && !(list === 'behavioral' && isHistory(list, item)))
            .map(({ id }) => `${list} ${id}`),
        );
        const told = changes
          .filter(({ path, type }) => statusTypes[path]?.includes(type))
          .map(({ path, itemId }) => `${path} ${itemId}`);
        expect(told.filter((one) => expected.includes(one)).sort()).toEqual(expected.sort());
        const endedOnes = lists.flatMap((list) =>
          itemsOf(plan, list)
            .filter((item) => isEnded(list, item))
            .map(({ id }) => `${list} ${id}`),
        );
        expect(changes.map(({ path, itemId }) => `${path} ${itemId}`).filter((one) => endedOnes.includes(one))).toEqual(
          [],
        );
        expect(changes.every(({ fromNothing }) => fromNothing === !isEqual(plan, emptyPlan))).toBe(true);
      }),
      runs,
    );
  });

  it('leaves both documents as they were', () => {
    fc.assert(
      fc.property(arbitraryPlan, arbitraryPlan, (before, after) => {
        const copies = structuredClone([before, after]);
        diffPlans(before, after);
        expect([before, after]).toEqual(copies);
      }),
    );
  });
});
