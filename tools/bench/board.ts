/**
 * The coordinator's board with ten thousand open handoffs, in a real Chromium that is slowed down four times, before a whole system of its
 * own. The same is measured on the empty board first. First rows, interactions, scrolling, five hundred rows at once, and the file.
 */
import { Client } from 'pg';
import type { Page } from 'playwright-core';
import type { BulkResult, HandoffSummary } from '#contracts';
import type { InPage, Seen } from './board-in-page.ts';
import { interactionsOf, scrollThrough } from './board-interactions.ts';
import { fillHandoffs } from './handoff-rows.ts';
import { SlowBrowser, slowDown } from './slow-browser.ts';
import { type Summary, summarize } from './summary.ts';

type BoardSummary = Summary & { p75: number };

interface Part {
  goal: string;
  what: string;
  unit: 'ms' | 'nodes' | 'share' | 'score';
  /** What the goal asks for, of the figure that it names. */
  target: number;
  at: 'p75' | 'p95' | 'max' | 'min';
  values: number[];
}

export interface BoardMeasure extends Omit<Part, 'values'> {
  full: BoardSummary;
  /** Null where an empty board has nothing to do. */
  empty: BoardSummary | null;
  isMet: boolean;
}

export interface BoardBenchmark {
  rows: number;
  slowDown: number;
  measures: BoardMeasure[];
}

const bulkSize = 500;

/** `rounds`: how often a page is opened, and each interaction done. */
export async function benchBoard({ rows, rounds }: { rows: number; rounds: number }): Promise<BoardBenchmark> {
  const browser = await SlowBrowser.start();
  try {
    const empty = [...(await opening(browser, rounds)), ...(await file(browser, rounds))];
    await fill(browser, rows);
    const full = [
      ...(await opening(browser, rounds)),
      ...(await working(browser, rounds)),
      ...(await bulk(browser, Math.min(bulkSize, rows))),
      ...(await file(browser, rounds)),
    ];
    return { rows, slowDown, measures: full.map((part) => compared(part, empty)) };
  } finally {
    await browser.stop();
  }
}

function compared({ values, ...part }: Part, empty: readonly Part[]): BoardMeasure {
  const full = summaryOf(values);
  const beside = empty.find(({ what }) => what === part.what);
  const isMet = part.at === 'min' ? full.min >= part.target : full[part.at] <= part.target;
  return { ...part, full, empty: beside ? summaryOf(beside.values) : null, isMet };
}

function summaryOf(values: readonly number[]): BoardSummary {
  const sorted = [...values].sort((a, b) => a - b);
  const p75 = sorted[Math.min(sorted.length - 1, Math.floor(0.75 * sorted.length))] ?? Number.NaN;
  return { ...summarize(values), p75 };
}

async function fill({ system }: SlowBrowser, rows: number): Promise<void> {
  // The database of an embedded start listens eight ports above its gateway.
  const port = Number(new URL(system.url).port) + 8;
  const client = new Client(`postgres://postgres:postgres@127.0.0.1:${port}/throughline_referral`);
  await client.connect();
  try {
    const database = { query: (statement: string, values?: unknown[]) => client.query(statement, values) };
    await fillHandoffs(database, { rows, waiting: rows, now: new Date() });
  } finally {
    await client.end();
  }
}

const boardOf = async (browser: SlowBrowser): Promise<Page> => {
  const page = await browser.open('/board');
  await page.waitForFunction(() => {
    // The browser tells of the largest paint when it has nothing else to do.
    const { firstRows, tiles, lcp } = (globalThis as unknown as InPage).board.seen();
    return firstRows > 0 && tiles > 0 && lcp > 0;
  });
  await page.waitForLoadState('networkidle');
  return page;
};

async function opening(browser: SlowBrowser, rounds: number): Promise<Part[]> {
  const seen: Seen[] = [];
  // The first one warms the servers up.
  for (let round = 0; round <= rounds; round += 1) {
    const page = await boardOf(browser);
    if (round > 0) seen.push(await page.evaluate(() => (globalThis as unknown as InPage).board.seen()));
    await page.context().close();
  }
  const of = (what: string, field: keyof Seen, target: number): Part => ({
    ...{ goal: 'G4', what, unit: 'ms', target, at: 'p75' },
    values: seen.map((one) => one[field]),
  });
  return [
    of('first rows', 'firstRows', 1500),
    of('numbers on the tiles', 'tiles', 1000),
    of('largest contentful paint', 'lcp', 2500),
    { ...of('layout shift', 'cls', 0.1), unit: 'score', at: 'max' },
  ];
}

async function working(browser: SlowBrowser, rounds: number): Promise<Part[]> {
  const page = await boardOf(browser);
  const { inputs, data } = await interactionsOf(page, rounds);
  await page.context().close();
  const scrolled = await boardOf(browser);
  const { longTasks, nodes } = await scrollThrough(scrolled);
  await scrolled.context().close();
  const g5 = { goal: 'G5', unit: 'ms' } as const;
  return [
    ...Object.entries(inputs).map(([what, values]): Part => ({
      ...g5,
      what: `${what}: input to paint`,
      target: 200,
      at: 'p95',
      values,
    })),
    { ...g5, what: 'filter, sort: input to new rows', target: 300, at: 'p95', values: data },
    { ...g5, what: 'scrolling: tasks over 50 ms', target: 50, at: 'max', values: longTasks },
    { ...g5, what: 'scrolling: row nodes', unit: 'nodes', target: 120, at: 'max', values: nodes },
  ];
}

/** Labels on so many rows through the screen, and taken back: every row must be as it was. */
async function bulk(browser: SlowBrowser, size: number): Promise<Part[]> {
  const labels = async (): Promise<Map<string, string>> => {
    const all = await browser.api.all<HandoffSummary>('/api/handoffs?status=waiting', 'coordinator');
    return new Map(all.map((row) => [row.id, [...row.labels].sort().join()]));
  };
  const before = await labels();
  const page = await boardOf(browser);
  const { items, ms } = await labelAll(page, size);
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await page.getByRole('region', { name: 'Taken back' }).waitFor({ timeout: 60_000 });
  await page.context().close();
  const after = await labels();
  const back = items.filter(({ handoffId }) => after.get(handoffId) === before.get(handoffId)).length;
  const share = { goal: 'G6', unit: 'share', target: 1, at: 'min' } as const;
  return [
    { goal: 'G6', what: `${size} rows: result panel`, unit: 'ms', target: 2000, at: 'max', values: [ms] },
    { ...share, what: 'rows with an outcome of their own', values: [items.length / size] },
    { ...share, what: 'rows as before after undo', values: [back / size] },
  ];
}

async function labelAll(page: Page, size: number): Promise<{ items: BulkResult['items']; ms: number }> {
  await page
    .locator('[role=row][data-id]')
    .first()
    .click({ position: { x: 300, y: 6 } });
  await page.keyboard.press('x');
  await page.getByRole('button', { name: /^Select (the first|all)/ }).click();
  await page.getByText(`${size} selected`).waitFor();
  await page.getByRole('button', { name: 'Labels' }).click();
  await page.getByLabel('Add, with commas between').fill('bench');
  const answered = page.waitForResponse((response) => response.url().endsWith('/api/handoffs/bulk'));
  const start = performance.now();
  await page.getByRole('button', { name: 'Set labels' }).click();
  await page.getByRole('region', { name: 'Labels' }).waitFor();
  const ms = performance.now() - start;
  const { items } = (await (await answered).json()) as BulkResult;
  return { items, ms };
}

/** The list as a file, as a browser fetches it. */
async function file(browser: SlowBrowser, rounds: number): Promise<Part[]> {
  const page = await browser.open('/favicon.svg');
  const times: { first: number; all: number }[] = [];
  for (let round = 0; round < rounds; round += 1)
    times.push(await page.evaluate(() => (globalThis as unknown as InPage).board.file()));
  await page.context().close();
  const g15 = { goal: 'G15', unit: 'ms', at: 'p95' } as const;
  return [
    { ...g15, what: 'file: first byte', target: 500, values: times.map(({ first }) => first) },
    { ...g15, what: 'file: all of it', target: 3000, values: times.map(({ all }) => all) },
  ];
}
