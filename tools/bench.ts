/**
 * `npm run bench -- [publish-to-handoff] [--url URL] [--publications N] [--json]`, against a running system.
 * `npm run bench -- volume [--url URL] [--patients N]`, against a running embedded start: what is asked of whom, compared with the rules alone.
 * `npm run bench -- diff [--json]`, in this process alone, after a build.
 * `npm run bench -- worklist [--rows N] [--json]`, on a PostgreSQL of its own, after a build: the coordinator's list over a million handoffs.
 * `npm run bench -- board [--rows N] [--rounds N] [--json]`, on a system of its own, after a build: the board in a slowed-down Chromium.
 */
import { parseArgs } from 'node:util';
import { caseDates, scenarioDay0, scenarioZone } from '../test/cases/case.ts';
import { ApiClient } from '../test/support/api-client.ts';
import { compareVolume } from '../test/support/volume.ts';
import { getToken } from './token.ts';
import { type BoardMeasure, benchBoard } from './bench/board.ts';
import { benchDiff } from './bench/diff.ts';
import { benchPublishToHandoff } from './bench/publish-to-handoff.ts';
import type { Summary } from './bench/summary.ts';
import { benchWorklist } from './bench/worklist.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    url: { type: 'string', default: 'http://127.0.0.1:3000' },
    publications: { type: 'string', default: '200' },
    patients: { type: 'string', default: '1000' },
    rows: { type: 'string' },
    rounds: { type: 'string', default: '7' },
    json: { type: 'boolean', default: false },
  },
});

const row = (name: string, of: Summary, digits = 1): string =>
  `${name.padEnd(34)} median ${of.median.toFixed(digits)} ms   p95 ${of.p95.toFixed(digits)}   p99 ${of.p99.toFixed(digits)}`;

const benchmarks: Record<string, () => Promise<void>> = {
  'publish-to-handoff': publishToHandoff,
  volume,
  diff,
  worklist,
  board,
};
const [name = 'publish-to-handoff'] = positionals;
const benchmark = benchmarks[name];
if (!benchmark) {
  console.error(`Unknown benchmark ${name}; there are: ${Object.keys(benchmarks).join(', ')}`);
  process.exit(2);
}
await benchmark();

async function volume(): Promise<void> {
  const api = new ApiClient(values.url, (who) => getToken(who, values.url));
  const amount = { patients: Number(values.patients), versions: 5, seed: 20, sideBySide: 8 };
  const start = performance.now();
  const differences = await compareVolume({ api, at: caseDates(scenarioDay0, scenarioZone) }, amount);
  const seconds = (performance.now() - start) / 1000;
  for (const difference of differences) console.error(`DIFFERENT  ${difference}`);
  const versions = amount.patients * amount.versions;
  console.log(
    `${versions} versions of ${amount.patients} patients in ${seconds.toFixed(0)} s (${(versions / seconds).toFixed(1)} a second), ${differences.length} differences`,
  );
  if (differences.length > 0) process.exitCode = 1;
}

async function publishToHandoff(): Promise<void> {
  const port = Number(new URL(values.url).port || 80);
  const result = await benchPublishToHandoff({
    url: values.url,
    databaseUrl: process.env['DATABASE_URL_PAIN_PLAN'] ?? `postgres://postgres:postgres@127.0.0.1:${port + 8}/postgres`,
    brokers: (process.env['KAFKA_BROKERS'] ?? `127.0.0.1:${port + 9}`).split(','),
    publications: Number(values.publications),
  });
  if (values.json) return console.log(JSON.stringify(result));
  console.log(`${result.publications} publications, one at a time`);
  console.log(row('publish -> visible at the partner', result.publishToVisibleMs));
  console.log(row('  of it: answer to the physician', result.publishAnswerMs));
  console.log(row('floor: commit + produce -> consume', result.floorMs));
  console.log(`ratio of medians                   ${result.ratioOfMedians.toFixed(2)}`);
}

async function diff(): Promise<void> {
  const result = await benchDiff();
  if (values.json) return console.log(JSON.stringify(result));
  const { medications, procedures, documentBytes, changes, assessVersionsBehind } = result;
  console.log(`${medications} medications, ${procedures} procedures, ${documentBytes} bytes; ${changes} changes`);
  console.log(row('comparing two versions', result.diffMs, 2));
  console.log(row('  that do not differ', result.unchangedMs, 2));
  console.log(row('floor: JSON.stringify of one', result.floorStringifyMs, 2));
  console.log(row('floor: structuredClone of one', result.floorCloneMs, 2));
  console.log(row(`assessing, members ${assessVersionsBehind} versions behind`, result.assessMs));
}

async function worklist(): Promise<void> {
  const result = await benchWorklist(Number(values.rows ?? 1_000_000));
  if (values.json) return console.log(JSON.stringify(result));
  const { rows, waiting, smallRows, fillSeconds, measures } = result;
  console.log(
    `${rows} handoffs, ${waiting} of them waiting (made in ${fillSeconds.toFixed(0)} s), beside ${smallRows}`,
  );
  for (const { what, large, small, ratio } of measures) {
    console.log(`${row(what, large)}   of ${smallRows}: ${small.median.toFixed(1)}   ratio ${ratio.toFixed(2)}`);
  }
}

async function board(): Promise<void> {
  const result = await benchBoard({ rows: Number(values.rows ?? 10_000), rounds: Number(values.rounds) });
  if (values.json) return console.log(JSON.stringify(result));
  console.log(`${result.rows} open handoffs, Chromium slowed down ${result.slowDown} times, beside the empty board`);
  for (const measure of result.measures) console.log(boardRow(measure));
}

function boardRow({ goal, what, unit, target, at, full, empty, isMet }: BoardMeasure): string {
  const digits = unit === 'ms' || unit === 'nodes' ? 0 : 3;
  const bound = `${at === 'min' ? '>=' : '<='} ${target}`;
  const ratio = empty && empty.median > 0 ? (full.median / empty.median).toFixed(2) : '-';
  const beside = empty ? `   empty: ${empty.median.toFixed(digits)}   ratio ${ratio}` : '';
  const figure = `median ${full.median.toFixed(digits)}   ${at} ${full[at].toFixed(digits)} ${unit}`;
  return `${goal.padEnd(4)} ${what.padEnd(34)} ${figure}   goal ${bound}: ${isMet ? 'met' : 'MISSED'}${beside}`;
}
