/** `npm run bench -- [publish-to-handoff] [--url URL] [--publications N] [--json]`, against a running system. */
import { parseArgs } from 'node:util';
import { benchPublishToHandoff } from './bench/publish-to-handoff.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    url: { type: 'string', default: 'http://127.0.0.1:3000' },
    publications: { type: 'string', default: '200' },
    json: { type: 'boolean', default: false },
  },
});

const [benchmark = 'publish-to-handoff'] = positionals;
if (benchmark !== 'publish-to-handoff') {
  console.error(`Unknown benchmark ${benchmark}; there is: publish-to-handoff`);
  process.exit(2);
}

const port = Number(new URL(values.url).port || 80);
const result = await benchPublishToHandoff({
  url: values.url,
  databaseUrl: process.env['DATABASE_URL_PAIN_PLAN'] ?? `postgres://postgres:postgres@127.0.0.1:${port + 8}/postgres`,
  brokers: (process.env['KAFKA_BROKERS'] ?? `127.0.0.1:${port + 9}`).split(','),
  publications: Number(values.publications),
});

if (values.json) {
  console.log(JSON.stringify(result));
} else {
  const row = (name: string, of: { median: number; p95: number; p99: number }): string =>
    `${name.padEnd(34)} median ${of.median.toFixed(1)} ms   p95 ${of.p95.toFixed(1)}   p99 ${of.p99.toFixed(1)}`;
  console.log(`${result.publications} publications, one at a time`);
  console.log(row('publish -> visible at the partner', result.publishToVisibleMs));
  console.log(row('  of it: answer to the physician', result.publishAnswerMs));
  console.log(row('floor: commit + produce -> consume', result.floorMs));
  console.log(`ratio of medians                   ${result.ratioOfMedians.toFixed(2)}`);
}
