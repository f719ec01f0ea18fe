import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { HandoffSummary, Patient, Plan, PlanDocumentInput, PlanVersion } from '#contracts';
import { ApiClient } from '../support/api-client.js';
import { isRunning, type RunningSystem, startSystem } from '../support/system.js';
import { getToken } from '../../tools/token.js';

const root = join(import.meta.dirname, '../..');
const minute = 60_000;

let system: RunningSystem;
let api: ApiClient;

beforeAll(async () => {
  system = await startSystem({ args: ['--no-seed'] });
  api = new ApiClient(system.url, (who) => getToken(who, system.url));
}, 3 * minute);

afterAll(async () => {
  await system?.stop();
  system?.forget();
}, minute);

const therapist = 'partner:pt-north';
const planWith = (fields: PlanDocumentInput = {}, sessionsPerWeek = 2): PlanDocumentInput => ({
  diagnoses: [{ id: 'd1', code: 'M54.17', group: 'lumbar-radiculopathy', side: 'right', status: 'confirmed' }],
  rehab: [
    {
      id: 'r1',
      discipline: 'physical-therapy',
      diagnosisId: 'd1',
      dose: { sessionsPerWeek, weeks: 6 },
      status: 'active',
    },
  ],
  ...fields,
});

/** What a live stream has said so far, from the moment it is live. */
async function liveText(who: string): Promise<{ text: () => string; leave: () => void }> {
  const gone = new AbortController();
  const headers = { authorization: `Bearer ${await getToken(who, system.url)}` };
  const { body } = await fetch(`${system.url}/api/live`, { headers, signal: gone.signal });
  let text = '';
  const reading = body?.pipeThrough(new TextDecoderStream()).pipeTo(
    new WritableStream({
      write: (chunk) => {
        text += chunk;
      },
    }),
  );
  reading?.catch(() => undefined); // ends when the test leaves
  await api.until(
    'the stream to be live',
    () => Promise.resolve(text),
    (said) => said.includes('event: hello') && !said.endsWith('event: paused\ndata: {}\n\n'),
  );
  return { text: () => text, leave: () => gone.abort() };
}

/** A patient with a plan whose first version everybody has acknowledged. */
class Patience {
  private constructor(
    readonly planId: string,
    private version: number,
  ) {}

  static async begin(): Promise<Patience> {
    const patient = await api.post<Patient>('/api/patients', 'coordinator', {
      name: { given: 'Sam', family: 'Sample' },
      birthDate: '1980-05-05',
    });
    const plan = await api.post<Plan>(`/api/patients/${patient.id}/plans`, 'physician', {
      document: planWith(),
      team: [
        { role: 'physical-therapy', partnerId: 'pt-north' },
        { role: 'primary-care', partnerId: 'family-care' },
      ],
    });
    const begun = new Patience(plan.id, 1);
    await begun.routed();
    await begun.acknowledge();
    return begun;
  }

  async publish(document: PlanDocumentInput): Promise<void> {
    const body = { document, reason: 'A change' };
    await api.post(`/api/plans/${this.planId}/versions`, 'physician', body, { 'if-match': `"${this.version}"` });
    this.version += 1;
    await this.routed();
  }

  async acknowledge(): Promise<void> {
    const [handoff] = await this.handoffs('open');
    await api.post(`/api/handoffs/${handoff?.id}/acknowledgement`, therapist, { version: this.version });
  }

  /** Everybody's, as the clinic sees them. */
  handoffs(status?: string): Promise<HandoffSummary[]> {
    return api.all<HandoffSummary>(
      `/api/handoffs?plan=${this.planId}${status ? `&status=${status}` : ''}`,
      'coordinator',
    );
  }

  private routed(): Promise<PlanVersion> {
    return api.until(
      `version ${this.version} to be worked through`,
      () => api.get<PlanVersion>(`/api/plans/${this.planId}/versions/${this.version}`, 'physician'),
      ({ routing }) => routing !== null,
    );
  }
}

describe('the whole system, each service its own process', () => {
  it('says what it does step by step and ends with the ready line', () => {
    expect(system.lines.at(-1)).toBe(`Throughline is ready at ${system.url}`);
  });

  it('makes exactly one handoff of a change that concerns only physical therapy', async () => {
    const patient = await Patience.begin();
    const before = (await patient.handoffs()).length;
    await patient.publish(planWith({}, 3));
    const after = await patient.handoffs();
    expect(after).toHaveLength(before + 1);
    expect(after.filter(({ status }) => status === 'open')).toMatchObject([
      { partnerId: 'pt-north', ruleIds: ['TH-02'] },
    ]);
  });

  it('makes none of a change of wording', async () => {
    const patient = await Patience.begin();
    const before = await patient.handoffs();
    await patient.publish(planWith({ notes: 'Said in other words.', safetyNet: { instructions: 'Call us.' } }));
    expect(await patient.handoffs()).toEqual(before);
  });

  it('makes one open handoff of two changes before an acknowledgement, holding both', async () => {
    const patient = await Patience.begin();
    await patient.publish(planWith({}, 3));
    const limited = planWith({}, 3);
    const [rehab] = limited.rehab ?? [];
    if (!rehab) throw new Error('the plan has a prescription');
    const noImpact = { id: 'x1', kind: 'no-impact', from: '2027-04-06', until: 'until-cleared' } as const;
    await patient.publish({ ...limited, rehab: [{ ...rehab, restrictions: [noImpact] }] });
    const open = await patient.handoffs('open');
    expect(open).toHaveLength(1);
    expect([...(open[0]?.ruleIds ?? [])].sort()).toEqual(['TH-02', 'TH-03']);
    const replaced = (await patient.handoffs('superseded')).map(({ supersededBy }) => supersededBy);
    expect(replaced).toEqual([open[0]?.id]);
  });

  it('withdraws the handoff of a change that is taken back', async () => {
    const patient = await Patience.begin();
    await patient.publish(planWith({}, 3));
    await patient.publish(planWith({}, 2));
    expect(await patient.handoffs('open')).toEqual([]);
    expect(await patient.handoffs('withdrawn')).toHaveLength(1);
  });

  it('shows a partner nothing of another', async () => {
    const patient = await Patience.begin();
    await patient.publish(planWith({}, 3));
    const [handoff] = await patient.handoffs('open');
    expect((await api.call('GET', `/api/handoffs/${handoff?.id}`, { as: 'partner:pt-south' })).status).toBe(404);
    expect((await api.call('GET', `/api/plans/${patient.planId}`, { as: therapist })).status).toBe(403);
    expect(await api.all(`/api/handoffs?plan=${patient.planId}`, 'partner:pt-south')).toEqual([]);
  });

  it('reaches open screens as hints, each reader its own', async () => {
    const patient = await Patience.begin();
    const [north, south] = await Promise.all([liveText(therapist), liveText('partner:pt-south')]);
    await patient.publish(planWith({}, 3));
    const [open] = await patient.handoffs('open');
    await api.until(
      'the hint',
      () => Promise.resolve(north.text()),
      (text) => text.includes(String(open?.id)),
    );
    expect(north.text()).toContain('"event":"handoff.issued"');
    expect(north.text()).not.toMatch(new RegExp(`${patient.planId}|Sample`));
    expect(south.text()).not.toContain('handoff.issued');
    north.leave();
    south.leave();
  });

  it('documents every route in one OpenAPI document', async () => {
    const { paths } = await api.get<{ paths: Record<string, unknown> }>('/api/openapi.json', 'physician');
    for (const path of [
      '/api/plans/{id}/versions',
      '/api/handoffs',
      '/api/partners',
      '/api/appointments',
      '/api/therapy/episodes',
      '/api/live',
    ]) {
      expect(Object.keys(paths)).toContain(path);
    }
  });
});

describe('npm run demo', () => {
  it(
    'tells its stories as written, while services are killed in the middle of them',
    async () => {
      const demo = spawn(process.execPath, ['tools/demo.ts', '--url', system.url], { cwd: root });
      const lines: string[] = [];
      const victims = ['referral', 'pain-plan', 'notification', 'gateway', 'referral'];
      createInterface({ input: demo.stdout }).on('line', (line) => {
        lines.push(line);
        // A kill with every eighth publication, in the middle of what it set off.
        const published = lines.filter((one) => one.includes('is published')).length;
        if (line.includes('is published') && published % 8 === 3) {
          const victim = victims.shift();
          if (victim) system.killHard(victim);
        }
      });
      createInterface({ input: demo.stderr }).on('line', (line) => lines.push(line));
      const [code] = (await once(demo, 'exit')) as [number];
      expect(lines.slice(-12).join('\n')).toContain('All 3 stories went as written.');
      expect(code).toBe(0);
      expect(system.lines.some((line) => line.includes('referral') && line.includes('restart'))).toBe(true);
    },
    6 * minute,
  );
});

describe('Ctrl-C', () => {
  it(
    'stops everything and leaves no process behind',
    async () => {
      const pids = Object.values(system.pids());
      expect(pids.length).toBeGreaterThanOrEqual(8);
      await system.stop();
      expect(pids.filter(isRunning)).toEqual([]);
    },
    minute,
  );
});
