import { planDocument, type PlanDocument, type PlanDocumentInput } from '#contracts';
import { a1Nurse } from '../../../../test/cases/a1-nurse.js';
import { a2Retiree } from '../../../../test/cases/a2-retiree.js';
import { b1BoneMetastasis } from '../../../../test/cases/b1-bone-metastasis.js';
import {
  type CareCase,
  caseDates,
  scenarioClosedDates,
  scenarioDay0,
  scenarioZone,
} from '../../../../test/cases/case.js';
import { defaultCalendar } from '../calendar/business-calendar.js';
import { followUpDueAt, type FollowUpInput, followUpsOf } from './follow-ups-of.js';
import { followUpsToKeep } from './follow-ups-to-keep.js';

const at = caseDates(scenarioDay0, scenarioZone);
const calendar = { ...defaultCalendar(scenarioZone), closedDates: [...scenarioClosedDates] };
const day = (n: number, time = '08:00'): Date => new Date(at.instant(n, time));

type Published = FollowUpInput['history'][number];

const published = (n: number, document: PlanDocumentInput): Published => ({
  document: planDocument.parse(document),
  publishedAt: day(n, '09:00'),
});

/** A case's versions up to one of them. */
const historyOf = ({ steps }: CareCase, version: number): Published[] =>
  steps
    .filter((step) => step.kind === 'publish')
    .filter((step) => step.version <= version)
    .map((step) => ({ document: planDocument.parse(step.document(at)), publishedAt: day(step.day, step.time) }));

const momentsOf = (history: Published[], now = history.at(-1)?.publishedAt ?? day(0), measured = {}): string[] =>
  followUpsOf({ history, lastMeasured: new Map(Object.entries(measured)), calendar, now })
    .map(({ kind, at: moment }) => `${kind} ${dayOf(moment)}`)
    .sort();

/** `d10 08:00` in the scenarios' days. */
const dayOf = (moment: Date): string => {
  for (let n = -30; n < 800; n += 1) {
    if (at.date(n) === inNewYork(moment).slice(0, 10)) return `d${n} ${inNewYork(moment).slice(11, 16)}`;
  }
  return moment.toISOString();
};
const inNewYork = (moment: Date): string => moment.toLocaleString('sv-SE', { timeZone: scenarioZone });

describe('the moments that a plan sets', () => {
  it('of the nurse: titration checks, checkpoints at week 6 and 12, reviews', () => {
    const moments = momentsOf(historyOf(a1Nurse, 1));
    for (const moment of ['titration-check d3 08:00', 'titration-check d10 08:00', 'titration-check d17 08:00'])
      expect(moments).toContain(moment);
    expect(moments.filter((one) => one.startsWith('radiculopathy'))).toEqual([
      'radiculopathy-checkpoint d33 08:00',
      'radiculopathy-checkpoint d75 08:00',
    ]);
  });

  it('of the nurse at the end: no checkpoint, no titration, nothing of the treatment', () => {
    const history = historyOf(a1Nurse, 7);
    expect(momentsOf(history).filter((one) => !one.startsWith('plan-review'))).toEqual([]);
  });

  it('of the retiree: after the ablation a check, and a window that opens once and closes', () => {
    const moments = momentsOf(historyOf(a2Retiree, 9));
    expect(moments).toContain('neuritis-check d69 08:00');
    const opens = followUpsOf({
      history: historyOf(a2Retiree, 9),
      lastMeasured: new Map(),
      calendar,
      now: day(48, '11:00'),
    }).filter(({ kind }) => kind.startsWith('relief-window'));
    expect(opens.map(({ at: moment }) => inNewYork(moment))).toEqual(['2027-11-24 08:00:00', '2028-05-24 08:00:00']);
  });

  it('of the retiree: diary calls 6 and 24 hours after the block, gone with its result', () => {
    expect(momentsOf(historyOf(a2Retiree, 5)).filter((one) => /diary|result/.test(one))).toEqual([
      'diary-call d27 16:30',
      'diary-call d28 10:30',
      'result-missing d29 08:00',
    ]);
    expect(momentsOf(historyOf(a2Retiree, 6)).filter((one) => /diary|result/.test(one))).toEqual([]);
  });

  it('of a hold without an end: a question every five business days', () => {
    const history = historyOf(b1BoneMetastasis, 4);
    expect(momentsOf(history, day(0, '10:00')).filter((one) => one.startsWith('hold'))).toEqual([
      'hold-still-needed d7 08:00',
    ]);
    expect(momentsOf(history, day(7, '08:00')).filter((one) => one.startsWith('hold'))).toEqual([
      'hold-still-needed d14 08:00',
    ]);
  });

  it('of a plan that rests, ended or was completed: none', () => {
    const [first] = historyOf(a1Nurse, 1);
    for (const status of ['on-hold', 'revoked', 'completed'] as const) {
      const rests = { ...(first?.document as PlanDocument), status, statusReason: 'said so' };
      expect(momentsOf([published(0, rests)])).toEqual([]);
    }
  });
});

describe('a block that crosses the change of the clocks', () => {
  it('is called about 24 elapsed hours later, whatever the wall clock says', () => {
    const block: PlanDocumentInput = {
      procedures: [
        {
          id: 'p1',
          type: 'medial-branch-block',
          intent: 'diagnostic',
          status: 'done',
          doneAt: '2027-11-06T10:00:00-04:00',
        },
      ],
    };
    const calls = followUpsOf({
      history: [published(0, block)],
      lastMeasured: new Map(),
      calendar,
      now: day(0),
    }).filter(({ kind }) => kind === 'diary-call');
    expect(calls.map((call) => call.at.toISOString())).toEqual([
      '2027-11-06T20:00:00.000Z',
      '2027-11-07T14:00:00.000Z',
    ]);
  });
});

describe('an opioid', () => {
  const opioid = (stewardship: Partial<NonNullable<PlanDocument['medications'][number]['stewardship']>>) =>
    published(0, {
      medications: [
        {
          id: 'm1',
          ingredient: { display: 'morphine' },
          class: 'opioid',
          dose: 10,
          status: 'active',
          stewardship: { context: 'chronic-non-cancer', monitoringIntervalDays: 28, mmePerDay: 30, ...stewardship },
        },
      ],
    });

  it('is visited within weeks and monitored at its interval, one visit at a time', () => {
    expect(momentsOf([opioid({})])).toEqual(['opioid-first-visit d21 08:00', 'opioid-monitoring d28 08:00']);
    expect(momentsOf([opioid({})], day(28))).toContain('opioid-monitoring d56 08:00');
  });

  it('is visited sooner at a high dose', () => {
    expect(momentsOf([opioid({ mmePerDay: 60 })])).toContain('opioid-first-visit d7 08:00');
  });

  it('after an operation is asked about after 30 days', () => {
    expect(momentsOf([opioid({ context: 'post-operative' })])).toEqual(['opioid-30-days d30 08:00']);
  });

  it('that is tapered after an operation is asked about after 30 days all the same', () => {
    const taper = { state: 'running' as const, steps: [{ date: at.date(3), dose: 5 }] };
    const tapered = opioid({ context: 'post-operative', taper });
    expect(momentsOf([tapered])).toEqual(['opioid-30-days d30 08:00', 'taper-step d3 08:00']);
  });

  it('is called about at the step of the very day on which the taper is published, and not at older ones', () => {
    const taper = { state: 'running' as const, steps: [-1, 0, 28].map((on) => ({ date: at.date(on), dose: 8 })) };
    const kept = followUpsToKeep({
      history: [opioid({ taper })],
      lastMeasured: new Map(),
      calendar,
      now: day(0),
    });
    expect(kept.filter(({ kind }) => kind === 'taper-step').map(({ at: moment }) => dayOf(moment))).toEqual([
      'd0 08:00',
      'd28 08:00',
    ]);
  });

  it('that is tapered is called about at every step, and is due two business days later', () => {
    const taper = {
      state: 'running' as const,
      steps: [
        { date: at.date(41), dose: 8 },
        { date: at.date(69), dose: 6 },
      ],
    };
    expect(momentsOf([opioid({ taper })])).toEqual([
      'opioid-monitoring d28 08:00',
      'taper-step d41 08:00',
      'taper-step d69 08:00',
    ]);
    expect(dayOf(followUpDueAt({ kind: 'taper-step' }, day(41), calendar))).toBe('d43 17:00');
  });
});

it('a target that is not measured is asked about five business days after its review', () => {
  const document: PlanDocumentInput = {
    targets: [
      {
        id: 't1',
        kind: 'function',
        measure: 'walk-min',
        baseline: 10,
        baselineDate: at.date(0),
        target: 30,
        status: 'open',
      },
    ],
  };
  expect(momentsOf([published(0, document)])).toEqual(['measurement-missing d35 08:00']);
  expect(momentsOf([published(0, document)], day(20), { t1: day(20) })).toEqual(['measurement-missing d56 08:00']);
});
