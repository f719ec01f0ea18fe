import fc from 'fast-check';
import { type PartnerRole, partnerRoles, type PlanDocument } from '#contracts';
import { defaultCalendar } from '../calendar/business-calendar.js';
import { diffPlans } from '../plan/diff-plans.js';
import { withoutWording } from '../plan/silent-fields.js';
import { arbitraryPlan } from '../../test/arbitrary-plan.js';
import { assessImpact, type MemberPosition } from './assess-impact.js';
import type { PublishedPlan } from './published-plan.js';
import { currentRuleset } from './current-ruleset.js';
import { impactDigest } from './impact-digest.js';
import { reconcileHandoff } from './reconcile-handoff.js';

const calendar = defaultCalendar('America/New_York');
const day = 24 * 3_600_000;
/** Tuesday 6 April 2027, 09:00 in New York. */
const start = Date.parse('2027-04-06T09:00:00-04:00');

const history = (...documents: PlanDocument[]): PublishedPlan[] =>
  documents.map((document, index) => ({
    version: index + 1,
    document,
    publishedAt: new Date(start + index * 60_000),
  }));
/** One member in each role that has acknowledged this version. */
const everybodyAt = (acknowledgedVersion: number): MemberPosition[] =>
  partnerRoles.map((role: PartnerRole) => ({
    memberId: role,
    role,
    partnerId: 'clinic',
    engagedFor: ['i1'],
    acknowledgedVersion,
    joinedAt: new Date(start - 30 * day),
    calendar,
  }));
const assess = (versions: PublishedPlan[], members: MemberPosition[]) =>
  assessImpact({ history: versions, members, clinicCalendar: calendar, ruleset: currentRuleset });

/** Every list of items, and every list of words, the other way round. */
const reversed = (value: unknown, key = ''): unknown => {
  if (Array.isArray(value)) return key === 'steps' ? value : [...value].reverse().map((one) => reversed(one));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, reversed(inner, name)]));
};

const runs = { numRuns: 40 };

describe('assessImpact, for any plans', () => {
  it('asks nobody anything when all was taken back', () => {
    fc.assert(
      fc.property(arbitraryPlan, arbitraryPlan, (plan, between) => {
        const { partners, unaffected } = assess(history(plan, between, structuredClone(plan)), everybodyAt(1));
        expect(partners).toEqual([]);
        expect(unaffected).toHaveLength(partnerRoles.length);
      }),
      runs,
    );
  });

  it('tells nobody of other words and another order, and leaves what is open as it is', () => {
    fc.assert(
      fc.property(arbitraryPlan, arbitraryPlan, (plan, next) => {
        const reworded = reversed(withoutWording(next)) as PlanDocument;
        const members = everybodyAt(1);
        const open = assess(history(plan, next), members);
        const now = assess(history(plan, next, reworded), members);
        expect(now.desks).toEqual([]);
        for (const role of partnerRoles) {
          const [was, is] = [open, now].map(({ partners }) => partners.find((one) => one.role === role) ?? null);
          expect({ role, step: reconcileHandoff(was ?? null, is ?? null) }).toEqual({
            role,
            step: was ? 'extend' : 'nothing',
          });
          expect(is?.dueAt).toBe(was?.dueAt);
        }
      }),
      runs,
    );
  });

  it('counts no due from before the ask, and says by name why each role is asked', () => {
    fc.assert(
      fc.property(arbitraryPlan, arbitraryPlan, (plan, next) => {
        const versions = history(plan, next);
        const { partners, desks } = assess(versions, everybodyAt(1));
        for (const { asks, dueAt } of [...partners, ...desks]) {
          expect(Math.min(...asks.map((ask) => Date.parse(ask.dueAt)))).toBe(Date.parse(dueAt));
          for (const ask of asks) {
            expect(Date.parse(ask.dueAt)).toBeGreaterThan(versions[1]?.publishedAt.getTime() ?? 0);
            expect(ask.reason).not.toMatch(/\{|\}|undefined|null| {2}/);
            expect(ask.text).not.toMatch(/\{|\}|undefined|null| {2}/);
          }
        }
      }),
      runs,
    );
  });

  it('previews what is published: the same digest a minute later, another when a member joins', () => {
    fc.assert(
      fc.property(arbitraryPlan, arbitraryPlan, (plan, next) => {
        const changes = diffPlans(plan, next);
        const later = history(plan, next).map((one) => ({
          ...one,
          publishedAt: new Date(one.publishedAt.getTime() + (one.version === 2 ? 60_000 : 0)),
        }));
        const [first, ...others] = everybodyAt(1) as [MemberPosition, ...MemberPosition[]];
        const preview = impactDigest(changes, assess(history(plan, next), others));
        expect(impactDigest(changes, assess(later, others))).toBe(preview);
        expect(impactDigest(changes, assess(later, [first, ...others]))).not.toBe(preview);
      }),
      runs,
    );
  });
});
