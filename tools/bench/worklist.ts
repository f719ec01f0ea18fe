/**
 * The coordinator's list over a million handoffs, ten thousand of which wait for somebody: the real schema and the real queries, through
 * the service's own HTTP, on a PostgreSQL of its own. Beside it the same over a thousand.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePorts } from '../embedded/ports.ts';
import { startServers } from '../embedded/servers.ts';
import { openState } from '../embedded/state.ts';
import { fillHandoffs, type Filled } from './handoff-rows.ts';
import { type Summary, summarize } from './summary.ts';

export interface WorklistMeasure {
  what: string;
  large: Summary;
  small: Summary;
  /** Of the medians. */
  ratio: number;
}

export interface WorklistBenchmark {
  rows: number;
  waiting: number;
  smallRows: number;
  fillSeconds: number;
  measures: WorklistMeasure[];
}

const mostWaiting = 10_000;
const smallRows = 1_000;
const pageSize = 50;
const deepPage = 50;
const warmUps = 5;
const rounds = 40;
/** Tuesday noon in New York, in the middle of what was made. */
const noon = '2027-04-06T16:00:00Z';

interface Service {
  request<Body>(method: string, path: string, options: { as: string }): Promise<{ status: number; body: Body }>;
  close(): Promise<void>;
}

interface Page {
  items: unknown[];
  next: string | null;
}

type Ask = (path: string, as?: string) => Promise<Page>;

export async function benchWorklist(rows: number): Promise<WorklistBenchmark> {
  const [postgres = 0, kafka = 0, kafkaController = 0, redis = 0] = await freePorts(4);
  const state = openState(mkdtempSync(join(tmpdir(), 'throughline-bench-')));
  const ports = { postgres, kafka, kafkaController, redis };
  const servers = await startServers(state, { ports, isDurable: false, databases: [], kafka: false, redis: false });
  Object.assign(process.env, servers.env);
  try {
    const small = await measureAll(smallRows, smallRows);
    const large = await measureAll(rows, mostWaiting);
    return {
      ...{ rows, waiting: Math.min(rows, mostWaiting), smallRows, fillSeconds: large.fillSeconds },
      measures: large.times.map(({ what, summary }, index) => {
        const beside = small.times[index]?.summary ?? summary;
        return { what, large: summary, small: beside, ratio: summary.median / beside.median };
      }),
    };
  } finally {
    await servers.stop();
    rmSync(state.folder, { recursive: true, force: true });
  }
}

interface Measured {
  fillSeconds: number;
  times: { what: string; summary: Summary }[];
}

async function measureAll(rows: number, waiting: number): Promise<Measured> {
  const { service, filled } = await openService(rows, waiting);
  try {
    const ask: Ask = async (path, as = 'coordinator') => {
      const { status, body } = await service.request<Page>('GET', path, { as });
      if (status !== 200) throw new Error(`${path} answered ${status}`);
      return body;
    };
    const times: Measured['times'] = [];
    for (const { what, path, as } of await questions(ask, filled)) {
      times.push({ what, summary: await time(() => ask(path, as)) });
    }
    return { fillSeconds: filled.seconds, times };
  } finally {
    await service.close();
  }
}

async function openService(rows: number, waiting: number): Promise<{ service: Service; filled: Filled }> {
  const { createServiceTest, TestClock } = await load<typeof import('../../libs/platform/src/testing/index.ts')>(
    '../../dist/libs/platform/src/testing/index.js',
  );
  const { AppModule } = await load<typeof import('../../apps/referral/src/app.module.ts')>(
    '../../dist/apps/referral/src/app.module.js',
  );
  const clock = new TestClock();
  clock.set(noon);
  const service = await createServiceTest({ module: AppModule, service: 'referral', clock });
  const filled = await fillHandoffs(service.dataSource, { rows, waiting, now: new Date(noon) });
  return { service, filled };
}

const load = async <Module>(path: string): Promise<Module> => (await import(path)) as Module;

/** Everything that the list asks the service. */
async function questions(
  ask: Ask,
  { owner, partner, family }: Filled,
): Promise<{ what: string; path: string; as?: string }[]> {
  const list = (filter: string): string => `/api/handoffs?limit=${pageSize}&${filter}`;
  const deep = await cursorOf(ask, list('status=waiting'));
  return [
    { what: 'first page of what waits', path: list('status=waiting') },
    { what: `page ${deepPage} of what waits`, path: `${list('status=waiting')}&cursor=${deep}` },
    { what: 'first page, newest activity', path: list('status=waiting&sort=activity') },
    { what: 'overdue', path: list('due=overdue') },
    { what: 'waiting on the payer', path: list('waitingOn=payer') },
    { what: 'one owner', path: list(`status=waiting&owner=${encodeURIComponent(owner)}`) },
    { what: 'one role, blocked', path: list('role=primary-care&blocked=true') },
    { what: 'a label that few have', path: list('label=rare') },
    { what: 'contested', path: list('contested=true') },
    { what: 'beginning of a name, what waits', path: list(`status=waiting&query=${family}`) },
    { what: 'first page of everything ever', path: list('sort=issued') },
    { what: 'a partner’s own', path: list('status=open'), as: `partner:${partner}` },
    { what: 'tiles and counts, all', path: '/api/handoffs/counts' },
    { what: 'tiles and counts, mine', path: '/api/handoffs/counts?scope=me' },
  ];
}

/** Where the page before the deep one ends; the last page where there are not that many. */
async function cursorOf(ask: Ask, path: string): Promise<string> {
  let cursor = '';
  for (let page = 1; page < deepPage; page += 1) {
    const { next } = await ask(`${path}&cursor=${cursor}`);
    if (next === null) break;
    cursor = next;
  }
  return cursor;
}

async function time(work: () => Promise<unknown>): Promise<Summary> {
  const times: number[] = [];
  for (let round = 0; round < warmUps + rounds; round += 1) {
    const start = performance.now();
    await work();
    if (round >= warmUps) times.push(performance.now() - start);
  }
  return summarize(times);
}
