import fc from 'fast-check';
import { DateTime } from 'luxon';
import { planDocument, type PlanDocumentInput, type Rehab } from '#contracts';
import { arbitraryPlan } from '../../test/arbitrary-plan.js';
import { directivesAt, directivesOn, type TherapyVersion, versionInForce } from './directives-on.js';
import { statedDirectives } from './directives.js';

const timeZone = 'America/New_York';
const discipline = 'physical-therapy' as const;

type RestrictionInput = NonNullable<NonNullable<PlanDocumentInput['rehab']>[number]['restrictions']>[number];
const withRestrictions = (...restrictions: RestrictionInput[]): PlanDocumentInput => ({
  rehab: [{ id: 'r1', discipline, status: 'active', restrictions }],
});
const lifting: RestrictionInput = { id: 'x1', kind: 'no-lifting-over', kg: 5, from: '2027-04-06', until: '2027-04-20' };
const holdAll: RestrictionInput = { id: 'x2', kind: 'hold-all', from: '2027-04-08', until: 'until-cleared' };

/** Versions of these days, 09:00 in New York; version 1 first. */
const versions = (...published: [day: string, document: PlanDocumentInput][]): TherapyVersion[] =>
  published.map(([day, document], at) => ({
    version: at + 1,
    publishedAt: DateTime.fromISO(`${day}T09:00`, { zone: timeZone }).toJSDate(),
    document: planDocument.parse(document),
  }));

const on = (day: string, known: TherapyVersion[], acknowledgedVersion: number | null = 0) =>
  directivesOn({ versions: known, discipline, on: day, timeZone, acknowledgedVersion }).map(
    ({ text, sinceVersion, acknowledged }) => [text, sinceVersion, acknowledged],
  );

const course = versions(
  ['2027-04-06', withRestrictions(lifting)],
  ['2027-04-08', withRestrictions(lifting, holdAll)],
  ['2027-04-10', { ...withRestrictions(lifting), notes: 'The hold is lifted.' }],
);
const noLifting = 'No lifting over 5 kg until 20 April 2027.';
const held = 'Hold all until the plan clears it.';

describe('the directives of a day', () => {
  it('are those of the version of its evening', () => {
    expect(on('2027-04-05', course)).toEqual([]);
    expect(on('2027-04-07', course)).toEqual([[noLifting, 1, false]]);
    expect(on('2027-04-09', course).map(([text]) => text)).toEqual([noLifting, held]);
    expect(on('2027-05-01', course)).toEqual([]);
  });

  it('say since which version they stand without a break, and whether the partner knows that one', () => {
    expect(on('2027-04-09', course, 1)).toEqual([
      [noLifting, 1, true],
      [held, 2, false],
    ]);
    expect(on('2027-04-10', course, null)).toEqual([[noLifting, 1, null]]);
  });

  it('stand anew when they were lifted in between', () => {
    const again = versions(
      ['2027-04-06', withRestrictions(lifting)],
      ['2027-04-07', {}],
      ['2027-04-08', withRestrictions(lifting)],
      ['2027-04-09', { ...withRestrictions(lifting), notes: 'More.' }],
    );
    expect(on('2027-04-10', again, 2)).toEqual([[noLifting, 3, false]]);
  });

  it('pass over a version that was entered in error', () => {
    const [first, , third] = versions(
      ['2027-04-06', withRestrictions(lifting)],
      ['2027-04-07', {}],
      ['2027-04-08', withRestrictions(lifting)],
    ) as [TherapyVersion, TherapyVersion, TherapyVersion];
    expect(on('2027-04-10', [first, third], 1)).toEqual([[noLifting, 1, true]]);
  });

  it('of a moment know the hour: a hold of the afternoon does not bind the morning', () => {
    const at = (instant: string) =>
      directivesAt({ versions: course, at: new Date(instant), discipline, timeZone, acknowledgedVersion: 1 }).map(
        ({ text }) => text,
      );
    expect(at('2027-04-08T08:59:00-04:00')).toEqual([noLifting]);
    expect(at('2027-04-08T09:00:00-04:00')).toEqual([noLifting, held]);
    expect(versionInForce(course, new Date('2027-04-06T08:00:00-04:00'))).toBeNull();
  });

  it('of one prescription leave out the dose of another, and keep its restrictions', () => {
    const dose = { sessionsPerWeek: 2, weeks: 6, minutes: 45, intensity: 'low' as const };
    const [known] = [
      versions([
        '2027-04-06',
        {
          rehab: [
            { id: 'r1', discipline, status: 'active', dose, program: ['gait'] },
            { id: 'r2', discipline, status: 'active', program: ['stretching'], restrictions: [lifting] },
          ],
        },
      ]),
    ];
    const texts = directivesOn({
      versions: known,
      discipline,
      rehabItemId: 'r1',
      on: '2027-04-07',
      timeZone,
      acknowledgedVersion: 0,
    }).map(({ text }) => text);
    expect(texts).toEqual([
      noLifting,
      'Dose: 2 sessions a week for 6 weeks, 45 minutes each, low intensity.',
      'Program: gait.',
    ]);
  });
});

describe('for any versions', () => {
  const day = fc
    .integer({ min: 0, max: 60 })
    .map((days) => DateTime.fromISO('2027-03-25', { zone: timeZone }).plus({ days }).toFormat('yyyy-MM-dd'));
  const anyVersions = fc
    .array(fc.tuple(day, arbitraryPlan), { minLength: 1, maxLength: 4 })
    .map((found) =>
      versions(
        ...[...found]
          .sort(([one], [other]) => one.localeCompare(other))
          .map(([date, document]): [string, PlanDocumentInput] => [date, document]),
      ),
    );
  const anyDiscipline = fc.constantFrom<Rehab['discipline'][]>('physical-therapy', 'pelvic-floor-therapy');
  const runs = { numRuns: 150 };

  it('the order in which they are given does not matter', () => {
    fc.assert(
      fc.property(anyVersions, day, anyDiscipline, fc.integer({ min: 0, max: 4 }), (known, when, who, ack) => {
        const asked = { discipline: who, on: when, timeZone, acknowledgedVersion: ack };
        expect(directivesOn({ ...asked, versions: [...known].reverse() })).toEqual(
          directivesOn({ ...asked, versions: known }),
        );
      }),
      runs,
    );
  });

  it('what is in force is what the newest version of that day states, no more and no less', () => {
    fc.assert(
      fc.property(anyVersions, day, anyDiscipline, (known, when, who) => {
        const evening = DateTime.fromISO(when, { zone: timeZone }).endOf('day').toJSDate();
        const current = versionInForce(known, evening);
        const stated = current
          ? statedDirectives({ document: current.document, discipline: who, on: when, timeZone })
          : [];
        const found = directivesOn({ versions: known, discipline: who, on: when, timeZone, acknowledgedVersion: 0 });
        expect(found.map(({ text }) => text)).toEqual(stated.map(({ text }) => text));
        for (const { sinceVersion, acknowledged } of found) {
          expect(sinceVersion).toBeGreaterThanOrEqual(1);
          expect(sinceVersion).toBeLessThanOrEqual(current?.version ?? 0);
          expect(acknowledged).toBe(false);
        }
      }),
      runs,
    );
  });

  it('a restriction with an end is in force on exactly its days', () => {
    const dates = fc.tuple(day, day).map((pair) => [...pair].sort() as [string, string]);
    fc.assert(
      fc.property(dates, day, ([from, until], when) => {
        const known = versions(['2027-03-01', withRestrictions({ ...lifting, from, until })]);
        expect(on(when, known).length).toBe(when >= from && when <= until ? 1 : 0);
      }),
      runs,
    );
  });

  it('a lifted hold is never in force', () => {
    fc.assert(
      fc.property(day, day, fc.array(arbitraryPlan, { maxLength: 2 }), (lifted, when, later) => {
        const clean = (document: PlanDocumentInput): PlanDocumentInput => ({ ...document, diagnoses: [], rehab: [] });
        const known = versions(
          ['2027-03-01', withRestrictions({ ...holdAll, from: '2027-03-01' })],
          [lifted, {}],
          ...later.map((document): [string, PlanDocumentInput] => [lifted, clean(document)]),
        );
        expect(on(when, known).some(([text]) => text === held)).toBe(when < lifted);
      }),
      runs,
    );
  });
});
