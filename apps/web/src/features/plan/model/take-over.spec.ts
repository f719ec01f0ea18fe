import type { PathwayItem } from '#contracts';
import { itemLayouts } from './item-fields.js';
import { choicesOf, holdsTarget, isTaken, takeOver, targetChoice } from './take-over.js';
import type { Fields } from './values.js';

const document: Fields = { diagnoses: [{ id: 'd1' }], medications: [{ id: 'm1', class: 'tca', status: 'stopped' }] };
const medicine: PathwayItem = { kind: 'medication', anyOf: ['snri', 'tca'], text: 'An agent for nerve pain.' };
const therapy: PathwayItem = {
  kind: 'rehab',
  discipline: 'physical-therapy',
  program: ['hip-hinge'],
  text: 'Therapy early.',
};

describe('taking over what a pathway suggests', () => {
  it('offers a choice where several kinds would do, and none for advice', () => {
    expect(choicesOf(medicine).map(({ code }) => code)).toEqual(['snri', 'tca']);
    expect(choicesOf({ kind: 'work', text: 'A date.' })).toEqual([]);
  });

  it('adds a new item with an identity of its own, for the diagnosis, and invents no dose', () => {
    const [choice] = choicesOf(therapy);
    if (!choice) throw new Error('no choice');
    const { start } = itemLayouts.rehab;
    const once = takeOver(document, choice, { start, diagnosisId: 'd1' });
    const twice = takeOver(once.document, choice, { start, diagnosisId: 'd1' });
    const items = twice.document['rehab'] as Fields[];
    expect(items).toHaveLength(2);
    expect(items[0]).toMatchObject({
      discipline: 'physical-therapy',
      program: ['hip-hinge'],
      status: 'active',
      diagnosisId: 'd1',
    });
    expect(items[0]).not.toHaveProperty('dose');
    expect(items[0]?.['id']).not.toBe(items[1]?.['id']);
    expect(twice.path).toEqual(['rehab', 1]);
    expect(document).not.toHaveProperty('rehab');
  });

  it('knows what the plan holds: also what was tried and stopped, not what was cancelled', () => {
    expect(isTaken(document, medicine)).toBe(true);
    expect(isTaken(document, therapy)).toBe(false);
    const study: PathwayItem = { kind: 'imaging', anyOf: ['mri'], text: 'MRI.' };
    expect(isTaken({ imaging: [{ id: 'i1', modality: 'mri', status: 'cancelled' }] }, study)).toBe(false);
  });

  it('takes a target over without its numbers', () => {
    const target = { kind: 'function', measure: 'walk-min', reviewEveryWeeks: 2 } as const;
    const { item } = targetChoice(target);
    expect(item).toEqual(target);
    expect(holdsTarget({ targets: [{ kind: 'function' }] }, target)).toBe(true);
  });
});
