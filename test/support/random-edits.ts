/** Edits of a plan drawn by chance, the same for the same seed: what a busy clinic does to a plan, in no order. */
import type { PlanDocumentInput } from '#contracts';
import { type CaseDates, withItem } from '../cases/case.ts';

/** Numbers from 0 to 1, the same sequence for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

type Draw = (below: number) => number;
type Edit = (plan: PlanDocumentInput, draw: Draw, at: CaseDates) => PlanDocumentInput;

const groups = ['facet', 'sacroiliac', 'knee-oa', 'fibromyalgia', 'crps', 'peripheral-neuropathy', 'shoulder'] as const;
const injections = ['trigger-point', 'si-joint-injection', 'genicular-block', 'occipital-block'] as const;
const classes = ['nsaid', 'topical', 'snri', 'tca', 'muscle-relaxant', 'acetaminophen'] as const;
const restrictions = ['no-impact', 'no-flexion-loading', 'no-overhead-reach', 'no-pool'] as const;
const elements = ['walking-intervals', 'nerve-glides', 'stretching', 'hip-hinge'] as const;
const words = ['Seen today.', 'As before.', 'Reworded.', 'A longer note about the same thing.'] as const;

const oneOf = <Item>(items: readonly Item[], draw: Draw): Item => items[draw(items.length)] as Item;

const edits: readonly Edit[] = [
  (plan, draw) => ({ ...plan, notes: oneOf(words, draw) }),
  (plan, draw) => ({ ...plan, safetyNet: { ...plan.safetyNet, instructions: oneOf(words, draw) } }),
  (plan, draw) => ({
    ...plan,
    safetyNet: { ...plan.safetyNet, callWhom: { name: 'Pain Clinic', number: `+1 212 555 010${draw(10)}` } },
  }),
  (plan, draw) =>
    withItem(plan, 'rehab', 'r1', { dose: { sessionsPerWeek: 1 + draw(4), weeks: 6 + draw(4), minutes: 45 } }),
  (plan, draw) => withItem(plan, 'rehab', 'r1', { program: elements.filter(() => draw(2) === 0) }),
  (plan, draw, at) =>
    withItem(plan, 'rehab', 'r1', {
      restrictions: restrictions
        .filter(() => draw(3) === 0)
        .map((kind) => ({ id: `x-${kind}`, kind, from: at.date(0), until: at.date(40) })),
    }),
  (plan, draw) => withItem(plan, 'medications', 'm2', { dose: 1 + draw(5) }),
  (plan, draw) =>
    withItem(plan, 'medications', `m-${draw(3)}`, {
      ingredient: { display: `medicine ${draw(3)}` },
      class: oneOf(classes, draw),
      dose: 10 * (1 + draw(5)),
      status: draw(4) === 0 ? 'stopped' : 'active',
      stopReason: { kind: draw(2) === 0 ? 'side-effect' : 'ineffective', effect: 'nausea' },
    }),
  (plan, draw) =>
    withItem(plan, 'diagnoses', `d-${draw(3)}`, {
      code: 'M54.50',
      group: oneOf(groups, draw),
      side: draw(2) === 0 ? 'left' : 'right',
      status: draw(2) === 0 ? 'suspected' : 'confirmed',
    }),
  (plan, draw, at) => {
    const id = `p-${draw(1000)}`;
    return withItem(plan, 'procedures', id, {
      type: oneOf(injections, draw),
      intent: 'therapeutic',
      side: draw(2) === 0 ? 'left' : 'right',
      guidance: 'ultrasound',
      status: 'scheduled',
      scheduledAt: at.instant(20 + draw(20), '10:00'),
    });
  },
  (plan, draw) => ({ ...plan, stage: { value: draw(2) === 0 ? 'conservative' : 'interventional-therapeutic' } }),
  (plan, draw, at) =>
    withItem(plan, 'targets', `t-${draw(2)}`, {
      kind: 'function',
      measure: 'walk-min',
      baseline: 10,
      target: 20 + 5 * draw(5),
      due: at.date(60 + draw(30)),
      trainedBy: 'physical-therapy',
      status: draw(4) === 0 ? 'met' : 'open',
    }),
  (plan, draw) =>
    withItem(plan, 'lifestyle', `l-${draw(2)}`, { kind: draw(2) === 0 ? 'weight' : 'pacing', status: 'active' }),
  (plan, draw) => ({ ...plan, work: { status: draw(2) === 0 ? 'modified' : 'off', restrictions: ['no night shift'] } }),
  (plan) => ({ ...plan, targets: plan.targets?.toReversed() ?? [], medications: plan.medications?.toReversed() ?? [] }),
];

/** The plan after one to three edits. It is well formed; a clinical check may still refuse it. */
export function editAtRandom(plan: PlanDocumentInput, chance: () => number, at: CaseDates): PlanDocumentInput {
  const draw: Draw = (below) => Math.floor(chance() * below);
  let edited = plan;
  for (let left = 1 + draw(3); left > 0; left -= 1) edited = oneOf(edits, draw)(edited, draw, at);
  return edited;
}
