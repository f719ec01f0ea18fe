/** Loops of therapy: another dose proposed and answered twice over, a visit under an unknown hold, a payer's paper, the directives of a day. */
import type { DoseChange, Page, PlanDocumentInput, TherapyDue, TherapyVisit } from '#contracts';
import { acknowledge, type CaseDates, then, tells, withItem } from './case.ts';
import { lumbarCase, lumbarPlan, sessions } from './c-base.ts';
import type { Story } from './story.ts';
import { episodeOf, untilAsked, untilKnown, untilVersion } from './therapy-story.ts';

const north = 'partner:pt-north';

const propose = async (story: Story): Promise<DoseChange> => {
  const { id } = await episodeOf(story, north);
  await story.api.post(`/api/therapy/episodes/${id}/progress`, north, {
    flare: { pattern: 'neuropathic', trigger: 'nerve glides', hours: 24 },
    adherence: 'as-prescribed',
    patientWords: 'It burns until the next evening.',
  });
  return story.api.post<DoseChange>(`/api/therapy/episodes/${id}/dose-change`, north, {
    proposal: { sessionsPerWeek: 1, progression: 'slower exposure of the nerve glides' },
    reason: 'Nerve glides flare for a day.',
  });
};
const answerOf = async (story: Story): Promise<DoseChange> => {
  const page = await story.until(
    'the therapist to read the answer',
    () => story.api.get<Page<DoseChange>>(`/api/therapy/dose-changes?plan=${story.planId}`, north),
    ({ items }) => items[0]?.state === 'answered',
  );
  return page.items[0] as DoseChange;
};

export const c13DoseChange = lumbarCase('C13b', 'Therapy proposes another dose: a reply, then a version', [
  then(0, '09:00', 'PT-North reports a flare and proposes one session a week; the physician replies', async (story) => {
    const { id } = await propose(story);
    const flare = await untilAsked(story, 'PH-09');
    story.expectEqual(
      'the flare has its pattern',
      flare.includes('neuropathic flare of 24 h after nerve glides'),
      true,
    );
    const proposal = await untilAsked(story, 'PH-31');
    story.expectEqual('the proposal is read', /one session a week.*Nerve glides flare/.test(proposal), true);
    const reply = 'Shorten the glides first; write again in two days.';
    await story.api.post(`/api/therapy/dose-changes/${id}/reply`, 'physician', { reply });
    await untilAsked(story, 'PH-31', 'done');
    const { answer } = await answerOf(story);
    story.expectEqual('the reply', [answer?.reply, answer?.version], [reply, null]);
  }),
  then(2, '09:00', 'it flares again, and the proposal comes back', async (story) => {
    await propose(story);
    await untilAsked(story, 'PH-31');
    const { flares } = await episodeOf(story, 'physician');
    story.expectEqual('flares by pattern', [flares[0]?.pattern, flares[0]?.times], ['neuropathic', 2]);
  }),
  {
    kind: 'publish',
    day: 2,
    time: '15:00',
    version: 4,
    reason: 'One session a week',
    document: (at) => withItem(lumbarPlan(at), 'rehab', 'r1', sessions(1)),
    told: [tells('physical-therapy', 'pt-north', 'TH-02', 'routine', 6)],
    notTold: ['primary-care', 'imaging', 'pharmacy'],
  },
  then(2, '15:05', 'the version is the answer, and nobody presses a button', async (story) => {
    const { answer } = await answerOf(story);
    story.expectEqual('answered by', [answer?.version, answer?.reply], [4, null]);
    await story.until(
      'the physician’s item to close',
      () => story.workItems('&status=open'),
      (items) => items.every(({ ask }) => ask.ruleId !== 'PH-31'),
    );
  }),
]);

const withHold = (at: CaseDates): PlanDocumentInput =>
  withItem(lumbarPlan(at), 'rehab', 'r1', {
    restrictions: [{ id: 'x1', kind: 'hold-all', cause: 'a fall', from: at.date(0), until: 'until-cleared' }],
  });

export const visitUnderUnknownHold = lumbarCase('C26', 'A visit under a hold that nobody acknowledged', [
  {
    kind: 'publish',
    day: 0,
    time: '09:00',
    version: 4,
    reason: 'Held after a fall',
    document: withHold,
    told: null,
    notTold: [],
  },
  then(0, '11:00', 'the visit wants a reason, is flagged, and the coordinator phones', async (story) => {
    const { id, directives } = await untilVersion(story, north, 4);
    const [hold] = directives;
    story.expectEqual('the hold', [hold?.stopsAll, hold?.sinceVersion, hold?.acknowledged], [true, 4, false]);
    story.expectEqual('without its cause', JSON.stringify(directives).includes('fall'), false);
    const visit = { visitedAt: story.at.instant(0, '10:30'), minutes: 45, done: ['gait'], tolerated: 'well' };
    const refused = await story.api.call<{ errors: { path: string }[] }>('POST', `/api/therapy/episodes/${id}/visits`, {
      as: north,
      body: visit,
    });
    story.expectEqual('refused without a reason', [refused.status, refused.body.errors[0]?.path], [400, 'reason']);
    await story.api.post(`/api/therapy/episodes/${id}/visits`, north, { ...visit, reason: 'Fitted a walking aid' });
    const reason = await untilAsked(story, 'CO-31');
    story.expectEqual('the coordinator reads it', /Hold all.*Fitted a walking aid/.test(reason), true);
    const { items } = await story.api.get<Page<TherapyVisit>>(`/api/therapy/episodes/${id}/visits`, 'physician');
    story.expectEqual('the row', [items[0]?.planVersion, items[0]?.unacknowledged.length], [4, 1]);
  }),
  acknowledge(0, '12:00', 'physical-therapy', 'pt-north', 4),
  then(1, '11:00', 'once acknowledged, a visit with a reason is flagged no more', async (story) => {
    const { id } = await untilKnown(story, north, 4);
    const visit = { visitedAt: story.at.instant(1, '10:30'), reason: 'Education only' };
    await story.api.post(`/api/therapy/episodes/${id}/visits`, north, visit);
    const flagged = (await story.workItems()).filter(({ ask }) => ask.ruleId === 'CO-31');
    story.expectEqual('flagged visits', flagged.length, 1);
  }),
]);

const due = async (story: Story, as = north): Promise<[string, string, string | null][]> =>
  (await story.api.get<Page<TherapyDue>>(`/api/therapy/due?plan=${story.planId}`, as)).items.map(
    ({ kind, state, dueOn }) => [kind, state, dueOn],
  );

export const planOfCare = lumbarCase('C27', 'A payer wants the plan of care signed in time', [
  then(0, '11:00', 'the first treatment starts the clock', async (story) => {
    const { id } = await episodeOf(story, north);
    await story.api.post(`/api/therapy/episodes/${id}/visits`, north, { visitedAt: story.at.instant(0, '10:00') });
    story.expectEqual('nothing is near', await due(story), []);
  }),
  then(24, '09:00', 'a week before its day it is on the therapist’s list', async (story) => {
    story.expectEqual('due', await due(story), [['certification', 'upcoming', story.at.date(30)]]);
    story.expectEqual('not on another clinic’s', await due(story, 'partner:pt-south'), []);
  }),
  then(31, '09:00', 'its day has gone by: the coordinator hears', async (story) => {
    const reason = await untilAsked(story, 'CO-32');
    story.expectEqual('why', /Certification from .* was due .* US Medicare/.test(reason), true);
    story.expectEqual('due', await due(story), [['certification', 'overdue', story.at.date(30)]]);
  }),
  then(31, '10:00', 'it was transmitted: nobody is asked any more', async (story) => {
    const { id } = await episodeOf(story, north);
    const certification = { kind: 'transmitted', on: story.at.date(31) };
    await story.api.post(`/api/therapy/episodes/${id}/certification`, north, certification);
    await untilAsked(story, 'CO-32', 'done');
    story.expectEqual('due', await due(story), []);
  }),
]);

const restricted = (at: CaseDates): PlanDocumentInput =>
  withItem(lumbarPlan(at), 'rehab', 'r1', {
    restrictions: [{ id: 'x1', kind: 'no-flexion-loading', from: at.date(0), until: at.date(20) }],
  });
const block = (at: CaseDates): PlanDocumentInput =>
  withItem(restricted(at), 'procedures', 'p1', {
    type: 'esi-transforaminal',
    intent: 'therapeutic',
    side: 'left',
    level: ['S1'],
    approach: 'transforaminal',
    guidance: 'fluoroscopy',
    diagnosisId: 'd1',
    status: 'scheduled',
    scheduledAt: at.instant(10, '10:00'),
  });

const inForce = async (story: Story, day: number): Promise<[string, number, boolean | null][]> =>
  (await episodeOf(story, north, `&on=${story.at.date(day)}`)).directives.flatMap(
    ({ kind, sinceVersion, acknowledged }) =>
      kind === 'restriction' || kind === 'procedure-window' ? [[kind, sinceVersion, acknowledged]] : [],
  );

export const directivesOfADay = lumbarCase('C28', 'The directives of a day, over several versions', [
  {
    kind: 'publish',
    day: 0,
    time: '09:00',
    version: 4,
    reason: 'No flexion loading',
    document: restricted,
    told: null,
    notTold: [],
  },
  acknowledge(0, '12:00', 'physical-therapy', 'pt-north', 4),
  {
    kind: 'publish',
    day: 4,
    time: '09:00',
    version: 5,
    reason: 'An epidural is booked',
    document: block,
    told: null,
    notTold: [],
  },
  then(4, '09:30', 'each day says what it was, is and will be under', async (story) => {
    await untilKnown(story, north, 4);
    await untilVersion(story, north, 5);
    story.expectEqual('before', await inForce(story, -1), []);
    story.expectEqual('on day 1', await inForce(story, 1), [['restriction', 4, true]]);
    const both: [string, number, boolean][] = [
      ['restriction', 4, true],
      ['procedure-window', 5, false],
    ];
    story.expectEqual('today', await inForce(story, 4), both);
    story.expectEqual('on the day after the window', await inForce(story, 13), [['restriction', 4, true]]);
    story.expectEqual('on the last day of the restriction', await inForce(story, 20), [['restriction', 4, true]]);
    story.expectEqual('on the day after it', await inForce(story, 21), []);
  }),
  acknowledge(4, '12:00', 'physical-therapy', 'pt-north', 5),
  then(4, '12:05', 'the page to print has no open remark any more', async (story) => {
    const { id } = await untilKnown(story, north, 5);
    const page = await story.api.get<{ notice: string | null; title: string; sections: { heading: string }[] }>(
      `/api/therapy/episodes/${id}/page`,
      north,
    );
    story.expectEqual('page', [page.title, page.notice], ['Physical therapy', null]);
    story.expectEqual('first', page.sections[0]?.heading, 'Restrictions');
  }),
]);
