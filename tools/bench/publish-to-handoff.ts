/**
 * From the moment a physician sends a new version until the partner's own list shows the handoff for it, one publication
 * at a time, against a running system. Reported beside the raw floor measured between the publications of the same run.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { ApiClient } from '../../test/support/api-client.ts';
import { getToken } from '../token.ts';
import { openFloor } from './floor.ts';
import { type Summary, summarize } from './summary.ts';

export interface PublishToHandoff {
  publications: number;
  publishToVisibleMs: Summary;
  publishAnswerMs: Summary;
  floorMs: Summary;
  ratioOfMedians: number;
}

const partner = 'pt-north';
const warmUps = 20;
const pollPauseMs = 2;

const documentWith = (sessionsPerWeek: number) => ({
  diagnoses: [{ id: 'd1', code: 'M54.17', group: 'lumbar-radiculopathy', side: 'right', status: 'confirmed' }],
  rehab: [
    {
      id: 'r1',
      discipline: 'physical-therapy',
      diagnosisId: 'd1',
      program: ['walking-intervals'],
      dose: { sessionsPerWeek, weeks: 6 },
      status: 'active',
    },
  ],
});

export async function benchPublishToHandoff(options: {
  url: string;
  databaseUrl: string;
  brokers: string[];
  publications: number;
}): Promise<PublishToHandoff> {
  const api = new ApiClient(options.url, (who) => getToken(who, options.url));
  const floor = await openFloor({ ...options, payload: 'x'.repeat(4000) });
  try {
    const { planId } = await newPlan(api);
    const answers: number[] = [];
    const visible: number[] = [];
    const floors: number[] = [];
    for (let version = 2; version < 2 + warmUps + options.publications; version += 1) {
      const measured = await publishAndSee(api, planId, version);
      const raw = await floor.measure();
      if (version < 2 + warmUps) continue;
      answers.push(measured.answeredMs);
      visible.push(measured.visibleMs);
      floors.push(raw);
    }
    const publishToVisibleMs = summarize(visible);
    const floorMs = summarize(floors);
    return {
      publications: options.publications,
      publishToVisibleMs,
      publishAnswerMs: summarize(answers),
      floorMs,
      ratioOfMedians: publishToVisibleMs.median / floorMs.median,
    };
  } finally {
    await floor.close();
  }
}

async function newPlan(api: ApiClient): Promise<{ planId: string }> {
  const patient = await api.post<{ id: string }>('/api/patients', 'coordinator', {
    name: { given: 'Bench', family: 'Mark' },
    birthDate: '1980-01-01',
  });
  const { id: planId } = await api.post<{ id: string }>(`/api/patients/${patient.id}/plans`, 'physician', {
    document: documentWith(2),
    team: [{ role: 'physical-therapy', partnerId: partner }],
  });
  await acknowledge(api, planId, 1);
  return { planId };
}

async function publishAndSee(
  api: ApiClient,
  planId: string,
  version: number,
): Promise<{ answeredMs: number; visibleMs: number }> {
  const start = performance.now();
  await api.post(
    `/api/plans/${planId}/versions`,
    'physician',
    { document: documentWith(1 + (version % 5)), reason: 'Benchmark' },
    { 'if-match': `"${version - 1}"` },
  );
  const answeredMs = performance.now() - start;
  const visibleMs = await acknowledge(api, planId, version).then((seenAt) => seenAt - start);
  return { answeredMs, visibleMs };
}

/** Waits until the partner's list shows the version, says when that was, and acknowledges it. */
async function acknowledge(api: ApiClient, planId: string, version: number): Promise<number> {
  for (;;) {
    const page = await api.get<{ items: { id: string; contentVersion: number }[] }>(
      `/api/handoffs?plan=${planId}&status=open`,
      `partner:${partner}`,
    );
    const handoff = page.items.find((item) => item.contentVersion === version);
    if (!handoff) {
      // Asking without a pause would take the processor from what is measured.
      await pause(pollPauseMs);
      continue;
    }
    const seenAt = performance.now();
    await api.post(`/api/handoffs/${handoff.id}/acknowledgement`, `partner:${partner}`, { version });
    await api.until(
      `acknowledgement of version ${version}`,
      () => api.get<{ members: { acknowledgedVersion: number }[] }>(`/api/plans/${planId}/team`, 'physician'),
      (team) => team.members.some((member) => member.acknowledgedVersion === version),
    );
    return seenAt;
  }
}
