/** Behavioral health: what is said there stays there, and what has to be known is known at once. */
import type {
  BehavioralEpisode,
  Consent,
  GlassBreak,
  NoteSummary,
  Page,
  Plan,
  Release,
  ReleaseSummary,
  Screening,
} from '#contracts';
import { tells, tellsDesk, member, then, type CareCase, background } from './case.ts';
import { lumbarPlan } from './c-base.ts';
import type { Story } from './story.ts';
import { workRows } from '../support/observe.ts';

const mindful = 'partner:mindful-pain';
const familyCare = 'partner:family-care';
const at = (story: Story, path: string): string => `/api/behavioral-health/patients/${story.patientId}/${path}`;

/** Words that occur nowhere else, so that a search for them finds a leak and nothing but a leak. */
export const planted = {
  psychotherapy: 'MARKPSYCHOTHERAPYQ7',
  part2: 'MARKPARTTWOQ7',
  screening: 'MARKSCREENINGQ7',
  clearance: 'MARKCLEARANCEQ7',
} as const;

const statusOf = async (story: Story, path: string, as: string): Promise<number> =>
  (await story.api.call('GET', path, { as })).status;

/** What behavioral health found comes into the plan as a version of its own accord. */
const untilVersion = async (story: Story, version: number): Promise<void> => {
  await story.until(
    `version ${version} to be in force`,
    () => story.api.get<Plan>(`/api/plans/${story.planId}`, 'physician'),
    ({ currentVersion }) => currentVersion >= version,
  );
  await story.untilRouted(version);
};

const plan: typeof lumbarPlan = (dates) => ({
  ...lumbarPlan(dates),
  behavioral: [
    { id: 'b1', kind: 'pain-psychology', status: 'requested' },
    { id: 'b2', kind: 'pre-implant-evaluation', status: 'requested', clearance: 'pending' },
  ],
});

export const c16BehavioralPrivacy: CareCase = {
  id: 'C16',
  title: 'Behavioral-health privacy',
  patient: {
    recordNumber: 'BP-C16',
    name: { given: 'Bo', family: 'Price' },
    birthDate: '1980-09-03',
    contactLanguage: 'en',
  },
  team: [
    member('physical-therapy', 'pt-north'),
    member('primary-care', 'family-care'),
    member('behavioral-health', 'mindful-pain'),
  ],
  steps: [
    background(1, -7, plan),
    then(0, '09:00', 'Mindful Pain writes a psychotherapy note and a Part 2 record', async (story) => {
      for (const handoff of await story.handoffs('&status=open')) {
        await story.acknowledge(handoff.role, handoff.partnerId ?? '', 1);
      }
      for (const kind of ['psychotherapy', 'part2'] as const) {
        const note = await story.api.post<NoteSummary>(at(story, 'notes'), mindful, { kind, text: planted[kind] });
        const path = `/api/behavioral-health/notes/${note.id}`;
        story.expectEqual(`${kind} for its author`, await statusOf(story, path, mindful), 200);
        story.expectEqual(`${kind} for a physician`, await statusOf(story, path, 'physician'), 404);
      }
    }),
    then(0, '10:00', 'the screening’s safety item is positive', async (story) => {
      const screening = await story.api.post<Screening>(at(story, 'screenings'), mindful, {
        instrument: 'phq-9',
        answers: [2, 2, 2, 2, 1, 1, 1, 1, 2],
        comment: planted.screening,
      });
      story.expectEqual('the score', [screening.score, screening.severity], [14, 'moderate']);
      await untilVersion(story, 2);
      story.expectTold('the alarm', await story.toldOf(2), [
        tells('behavioral-health', 'mindful-pain', 'BH-08', 'same-day', 0),
        tellsDesk('physician', 'PH-01', 'same-day', 0),
        tellsDesk('patient', 'PX-09', 'same-day', 0),
      ]);
      const alert = await story.api.get<{ text: string }>(
        `/api/patients/${story.patientId}/triage`,
        'partner:pt-north',
      );
      story.expectEqual('PT-North, asking', alert.text, 'Urgent: contact the pain clinic.');
      const others = (await story.handoffs('&status=open')).filter(({ role }) => role !== 'behavioral-health');
      story.expectEqual('others told', others.length, 0);
      await story.api.post(at(story, 'screenings'), mindful, {
        instrument: 'phq-9',
        answers: [2, 2, 2, 2, 1, 1, 1, 1, 1],
      });
      await story.api.post(at(story, 'screenings'), mindful, { instrument: 'gad-7', answers: [1, 1, 1, 1, 1, 1, 1] });
    }),
    then(1, '10:00', 'Part 2 is released to Family Care, under the patient’s consent', async (story) => {
      const current = await story.api.get<{ currentVersion: number }>(`/api/plans/${story.planId}`, 'physician');
      story.expectEqual('versions after the same finding twice', current.currentVersion, 2);
      const consent = await story.api.post<Consent>(at(story, 'consents'), mindful, {
        recipient: 'family-care',
        what: ['part2'],
        purpose: 'that no opioid is added',
        until: story.at.instant(60, '17:00'),
        method: 'written',
        textVersion: 'part2 3.1',
      });
      const made = await story.api.post<ReleaseSummary>('/api/behavioral-health/releases', mindful, {
        consentId: consent.id,
        what: 'part2',
      });
      const path = `/api/behavioral-health/releases/${made.id}`;
      const read = await story.api.get<Release>(path, familyCare);
      story.expectEqual(
        'what Family Care reads',
        read.content.records.map(({ text }) => text),
        [planted.part2],
      );
      story.expectEqual('with the notice', read.notice.includes('42 CFR part 2 prohibits'), true);
      story.expectEqual('and the scope', read.scope.what, ['part2']);
      story.expectEqual('PT-North finds nothing', await statusOf(story, path, 'partner:pt-north'), 404);
      await story.moveTo(2, '10:00');
      await story.api.post(`/api/behavioral-health/consents/${consent.id}/revoke`, mindful, undefined);
      story.expectEqual('Family Care after the consent was taken back', await statusOf(story, path, familyCare), 410);
      const again = await story.api.call('POST', '/api/behavioral-health/releases', {
        as: mindful,
        body: { consentId: consent.id, what: 'part2' },
      });
      story.expectEqual('a second release', again.status, 403);
      const access = await story.api.get<Page<{ what: string; granted: boolean }>>(
        `/api/behavioral-health/access?patient=${story.patientId}&limit=2`,
        'administrator',
      );
      story.expectEqual(
        'on record',
        access.items.map(({ what, granted }) => [what, granted]),
        [
          ['release', false],
          ['release', true],
        ],
      );
    }),
    then(3, '10:00', 'the evaluation before an implant does not clear', async (story) => {
      const { items } = await story.api.get<Page<BehavioralEpisode>>(
        `/api/behavioral-health/episodes?plan=${story.planId}`,
        mindful,
      );
      const evaluation = items.find(({ kind }) => kind === 'pre-implant-evaluation');
      const path = `/api/behavioral-health/episodes/${evaluation?.id}`;
      await story.api.post(`${path}/engage`, mindful, undefined);
      await story.api.post(`${path}/complete`, mindful, { clearance: 'not-cleared', reason: planted.clearance });
      await untilVersion(story, 3);
      story.expectTold('not cleared', await story.toldOf(3), [
        tellsDesk('scheduling', 'SD-11', 'urgent', 6),
        tellsDesk('physician', 'PH-03', 'urgent', 6),
      ]);
      const reason = await story.api.get<{ reason: string }>(`${path}/clearance-reason`, 'physician');
      story.expectEqual('the reason, for the physician', reason.reason, planted.clearance);
      const desks = JSON.stringify(workRows(await story.workItems()));
      story.expectEqual('the reason, on a desk', desks.includes(planted.clearance), false);
    }),
    then(3, '11:00', 'a physician breaks the glass', async (story) => {
      const list = `/api/behavioral-health/patients/${story.patientId}/screenings`;
      story.expectEqual('scores before', await statusOf(story, list, 'physician'), 403);
      const glass = await story.api.post<GlassBreak>(at(story, 'break-the-glass'), 'physician', {
        reason: 'brought in confused, needs the last scores',
      });
      story.expectEqual('scores under the glass', await statusOf(story, list, 'physician'), 200);
      const notes = await story.api.get<Page<NoteSummary>>(at(story, 'notes'), 'physician');
      story.expectEqual('notes under the glass', notes.items.length, 0);
      const officers = await story.api.get<Page<GlassBreak>>('/api/behavioral-health/break-the-glass', 'administrator');
      story.expectEqual(
        'on the privacy officer’s list',
        officers.items.some(({ id }) => id === glass.id),
        true,
      );
      await story.moveTo(3, '12:01');
      story.expectEqual('scores an hour later', await statusOf(story, list, 'physician'), 403);
    }),
  ],
};
