import fc from 'fast-check';
import { DateTime } from 'luxon';
import { type Target, planDocument, type PlanDocumentInput, target as targetSchema } from '#contracts';
import { diffPlans } from '../plan/diff-plans.js';
import type { Measured } from './measured.js';
import { newsOf, type ProgressNews, progressOf } from './progress.js';
import { type Watch, watchOf, type WatchedVersion } from './watch.js';

const timeZone = 'America/New_York';
/** Day n of the story, 09:00 in New York. */
const at = (day: number): Date =>
  DateTime.fromISO('2027-04-06T09:00', { zone: timeZone }).plus({ days: day }).toJSDate();
const dayName = (day: number): string => DateTime.fromISO('2027-04-06').plus({ days: day }).toISODate()!;
const measured = (day: number, value: number): Measured => ({ value, day: dayName(day), at: at(day) });

const walking = targetSchema.parse({
  id: 't1',
  kind: 'life-goal',
  measure: 'walk-min',
  baseline: 10,
  target: 30,
  reviewEveryWeeks: 2,
  status: 'open',
});

const base = (group = 'sacroiliac'): PlanDocumentInput => ({
  diagnoses: [{ id: 'dx1', code: 'M53.3', group: group as 'sacroiliac', status: 'confirmed' }],
  rehab: [{ id: 'r1', discipline: 'physical-therapy', program: ['hip-hinge'], status: 'active' }],
  targets: [walking],
});

/** Published versions with the changes that publishing finds. */
function history(...versions: [day: number, document: PlanDocumentInput][]): WatchedVersion[] {
  let before = planDocument.parse({});
  return versions.map(([day, input], index) => {
    const document = planDocument.parse(input);
    const changes = diffPlans(before, document);
    before = document;
    return { version: index + 1, publishedAt: at(day), document, changes };
  });
}

function standing(
  today: number,
  values: readonly [number, number][],
  versions: WatchedVersion[] = history([0, base()]),
  target: Target = walking,
): { progress: string; watch: Watch } {
  const measurements = values.filter(([day]) => day <= today).map(([day, value]) => measured(day, value));
  const published = versions.filter(({ publishedAt }) => publishedAt <= at(today));
  const watch = watchOf({ target, history: published, measurements, now: at(today), timeZone });
  return { watch, progress: progressOf(target, measurements, watch) };
}

/** On which days of measuring something was news, told at most once in each watch. */
function news(values: readonly [number, number][], versions?: WatchedVersion[]): [number, ProgressNews][] {
  const told = new Map<string, Set<ProgressNews>>();
  return values.flatMap(([day]): [number, ProgressNews][] => {
    const { progress, watch } = standing(day, values, versions);
    const key = `${watch.sinceVersion} ${watch.startDay}`;
    const said = told.get(key) ?? new Set();
    const found = newsOf(walking, progress as ProgressNews, said);
    told.set(key, new Set([...said, ...(found ? [found] : [])]));
    return found ? [[day, found]] : [];
  });
}

const flat: [number, number][] = [
  [0, 10],
  [14, 11],
  [28, 10],
  [42, 11],
];

describe('The plateau of a walking target', () => {
  it('is seen at four weeks, once', () => {
    expect(news(flat)).toEqual([[28, 'plateau']]);
    expect(standing(28, flat).watch.tried).toEqual([expect.stringContaining('hysical therapy')]);
  });

  it('is looked for anew after a material version', () => {
    const firmer: PlanDocumentInput = {
      ...base(),
      rehab: [{ ...base().rehab![0]!, program: ['hip-hinge', 'gait'] }],
    };
    const versions = history([0, base()], [30, firmer]);
    const longer: [number, number][] = [...flat, [56, 10], [58, 11], [72, 10]];
    expect(news(longer, versions)).toEqual([
      [28, 'plateau'],
      [58, 'plateau'],
    ]);
    expect(standing(42, longer, versions)).toMatchObject({
      progress: 'no-clear-change',
      watch: { startDay: dayName(30), sinceVersion: 2 },
    });
  });

  it('is not looked for anew after a version that only words, targets or work changed', () => {
    const reworded = { ...base(), notes: 'said again', work: { status: 'modified' as const } };
    expect(news(flat, history([0, base()], [20, reworded]))).toEqual([[28, 'plateau']]);
  });

  it('waits six weeks in lumbar radiculopathy', () => {
    expect(news(flat, history([0, base('lumbar-radiculopathy')]))).toEqual([[42, 'plateau']]);
  });

  it('is none while the target improves', () => {
    const better: [number, number][] = [
      [0, 10],
      [14, 12],
      [28, 16],
    ];
    expect(news(better)).toEqual([]);
    expect(standing(28, better).progress).toBe('improving');
  });

  it('is none when nobody measured: that is overdue', () => {
    const missing = flat.slice(0, 2);
    expect(news(missing)).toEqual([]);
    expect(standing(28, missing).progress).toBe('no-clear-change');
    expect(standing(42, missing)).toMatchObject({ progress: 'overdue', watch: { overdueSince: dayName(28) } });
  });

  it('waits longer by the time in which a review was missed', () => {
    const late: [number, number][] = [...flat.slice(0, 2), [44, 10]];
    expect(standing(44, late)).toMatchObject({ progress: 'plateau', watch: { floorUntil: dayName(28 + 44 - 35) } });
  });

  it.each([
    ['a hold of therapy', { rehab: [{ ...base().rehab![0]!, restrictions: [hold(10, 30)] }] }],
    ['a plan on hold', { status: 'on-hold' as const }],
    [
      'an active red flag',
      {
        redFlags: [
          {
            id: 'f1',
            kind: 'weight-loss' as const,
            observedAt: '2027-04-16T09:00:00-04:00',
            status: 'active' as const,
          },
        ],
      },
    ],
  ])('rests during %s', (_, paused) => {
    const isPlanned = 'rehab' in paused;
    const versions = isPlanned
      ? history([0, { ...base(), ...paused }])
      : history([0, base()], [10, { ...base(), ...paused }], [31, base()]);
    const longer: [number, number][] = [...flat, [56, 10]];
    expect(standing(28, longer, versions)).toMatchObject({ progress: 'no-clear-change', watch: { isPaused: true } });
    expect(news(longer, versions)).toEqual([[56, 'plateau']]);
  });

  it('waits for a titrated dose and for an ablation to show their effect', () => {
    const titrating: PlanDocumentInput = {
      ...base(),
      medications: [
        {
          id: 'm1',
          ingredient: { display: 'gabapentin' },
          class: 'gabapentinoid',
          status: 'titrating',
          steps: [
            { date: dayName(0), dose: 300 },
            { date: dayName(14), dose: 600 },
          ],
        },
      ],
    };
    expect(standing(28, flat, history([0, titrating])).watch.floorUntil).toBe(dayName(42));
  });

  function hold(from: number, until: number) {
    return { id: 'h1', kind: 'hold-loading' as const, from: dayName(from), until: dayName(until) };
  }
});

describe('Progress of a target', () => {
  it('is met by two successive values at or past it, or by the physician', () => {
    expect(standing(14, [[7, 30], [14, 31]]).progress).toBe('met'); // prettier-ignore
    expect(standing(14, [[7, 31], [14, 29]]).progress).not.toBe('met'); // prettier-ignore
    expect(standing(14, [[14, 12]], undefined, { ...walking, status: 'met' }).progress).toBe('met');
  });

  it('worsens when two values in succession are worse than at the start, whatever the floor', () => {
    const worse: [number, number][] = [[0, 10], [5, 5], [7, 4], [9, 3]]; // prettier-ignore
    expect(news(worse)).toEqual([[7, 'worsening']]);
    expect(standing(7, [[0, 10], [5, 5], [7, 6]]).progress).toBe('no-clear-change'); // prettier-ignore
  });

  const values = fc.uniqueArray(fc.tuple(fc.integer({ min: 0, max: 120 }), fc.integer({ min: 0, max: 40 })), {
    selector: ([day]) => day,
    maxLength: 9,
  });

  it('does not depend on the order in which values came in', () => {
    fc.assert(
      fc.property(
        values.chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length }))),
        ([list, shuffled]) => {
          expect(standing(120, shuffled).progress).toBe(standing(120, list).progress);
        },
      ),
    );
  });

  it('says a plateau once in a watch', () => {
    fc.assert(
      fc.property(values, (list) => {
        const told = news([...list].sort(([a], [b]) => a - b));
        expect(told.filter(([, kind]) => kind === 'plateau').length).toBeLessThanOrEqual(1);
        expect(told.filter(([, kind]) => kind === 'worsening').length).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('is never a plateau while every value beats the one before by what counts', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 5, max: 9 }), { minLength: 1, maxLength: 3 }), (gains) => {
        let value = 10;
        const rising = gains.map((gain, n): [number, number] => [14 * (n + 1), (value += gain)]);
        const { progress } = standing(14 * gains.length, [[0, 10], ...rising], undefined, { ...walking, target: 90 });
        expect(progress).toBe('improving');
      }),
    );
  });

  it('is never a plateau before the floor', () => {
    fc.assert(
      fc.property(values, (list) => {
        const early = list.filter(([day]) => day < 28);
        expect(standing(27, early).progress).not.toBe('plateau');
      }),
    );
  });
});
