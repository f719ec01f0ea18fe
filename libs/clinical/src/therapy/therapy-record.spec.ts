import { type Directive, planDocument } from '#contracts';
import { fullPlan } from '../testing/full-plan.js';
import { flareHistory } from './flare-history.js';
import { keptForTherapy } from './kept-for-therapy.js';
import { visitUnder } from './visit-under-directives.js';

const directive = (facts: Partial<Directive>): Directive => ({
  kind: 'hold',
  text: 'Hold all until the plan clears it.',
  from: null,
  until: null,
  lightUntil: null,
  region: null,
  stopsAll: true,
  cause: null,
  sinceVersion: 2,
  acknowledged: false,
  ...facts,
});

describe('a visit', () => {
  it('is flagged for holds and restrictions that were not acknowledged, and for nothing else', () => {
    const kinds = ['hold', 'restriction', 'dose', 'program', 'procedure-window', 'progression'] as const;
    const all = kinds.flatMap((kind) =>
      [true, false, null].map((acknowledged) => directive({ kind, acknowledged, stopsAll: false })),
    );
    expect(visitUnder(all, undefined).unacknowledged.map(({ kind }) => kind)).toEqual(['hold', 'restriction']);
  });

  it.each([
    [null, undefined, true],
    [null, 'knee', true],
    ['left knee', undefined, true],
    ['left knee', 'Knee', true],
    ['knee', 'left knee ', true],
    ['shoulder', 'knee', false],
  ])('under a hold of everything of %s that worked on %s goes against it: %s', (held, treated, goesAgainst) => {
    const standing = visitUnder([directive({ region: held, acknowledged: true })], treated);
    expect(standing.against.length > 0).toBe(goesAgainst);
    expect(standing.unacknowledged).toEqual([]);
  });

  it('under a hold of loading alone wants no reason', () => {
    expect(visitUnder([directive({ stopsAll: false })], undefined).against).toEqual([]);
  });
});

describe('flares', () => {
  const flare = (pattern: 'neuropathic' | 'mechanical', day: number, hours: number) => ({
    pattern,
    hours,
    trigger: `on day ${day}`,
    at: new Date(Date.UTC(2027, 3, day)),
  });

  it('are told by pattern, the most frequent first', () => {
    const history = flareHistory([flare('mechanical', 9, 4), flare('neuropathic', 3, 30), flare('neuropathic', 1, 12)]);
    expect(history).toEqual([
      {
        pattern: 'neuropathic',
        times: 2,
        longestHours: 30,
        last: { at: new Date(Date.UTC(2027, 3, 3)), trigger: 'on day 3', hours: 30 },
      },
      expect.objectContaining({ pattern: 'mechanical', times: 1 }),
    ]);
    expect(flareHistory([])).toEqual([]);
  });
});

it('therapy keeps no medicine, no finding and no behavioral item of a plan', () => {
  const kept = keptForTherapy(planDocument.parse(fullPlan()));
  const { medications, behavioral, imaging, redFlags, deficits, lifestyle, work, notes, statusReason } = kept;
  expect({ medications, behavioral, imaging, redFlags, deficits, lifestyle, work, notes, statusReason }).toEqual({
    medications: [],
    behavioral: [],
    imaging: [],
    redFlags: [],
    deficits: [],
    lifestyle: [],
    work: undefined,
    notes: undefined,
    statusReason: undefined,
  });
  expect(kept.rehab.length).toBeGreaterThan(0);
  expect(JSON.stringify(kept.diagnoses)).not.toMatch(/"text"|history|question|concordance/);
});
