/**
 * `npm run demo [-- --url URL] [--all]`: tells the case sketches on the running system, through the public API only, and fails when
 * anything expected did not happen or anything unexpected did. Moves the embedded clock along each story and puts it back at the end.
 */
import { parseArgs } from 'node:util';
import { DateTime } from 'luxon';
import { caseDates, scenarioDay0, scenarioZone } from '../test/cases/case.ts';
import { everyCase, sketches } from '../test/cases/every-case.ts';
import { ApiClient, RequestFailed } from '../test/support/api-client.ts';
import { CasePlayer } from '../test/support/case-player.ts';
import { StoryTeller } from './demo/story-teller.ts';
import { getToken } from './token.ts';

const { values } = parseArgs({
  options: { url: { type: 'string', default: 'http://127.0.0.1:3000' }, all: { type: 'boolean', default: false } },
});

const cases = values.all ? everyCase : sketches;
const api = new ApiClient(values.url, (who) => getToken(who, values.url));

async function tell(): Promise<string[]> {
  const teller = new StoryTeller((line) => console.log(line));
  const differences: string[] = [];
  for (const careCase of cases) {
    teller.begin(careCase);
    const player = new CasePlayer({
      api,
      careCase,
      at: caseDates(careCase.day0 ?? scenarioDay0, scenarioZone),
      reporter: teller,
    });
    await player.play();
    differences.push(...player.differences.map((difference) => `${careCase.id} ${difference}`));
  }
  return differences;
}

try {
  const before = await api.get<{ now: string }>('/api/dev/clock', 'administrator');
  const startedAt = performance.now();
  const differences = await tell().finally(() => {
    const elapsed = { milliseconds: performance.now() - startedAt };
    return api.post('/api/dev/clock', 'administrator', { set: DateTime.fromISO(before.now).plus(elapsed).toISO() });
  });
  console.log(`\nThe clock is back at ${before.now}.`);
  for (const difference of differences) console.error(`DIFFERENT  ${difference}`);
  console.log(
    differences.length === 0 ? `All ${cases.length} stories went as written.` : `${differences.length} differences.`,
  );
  process.exitCode = differences.length === 0 ? 0 : 1;
} catch (error) {
  const isNotEmbedded =
    error instanceof RequestFailed && error.answer.status === 404 && error.request.includes('/api/dev/clock');
  console.error(
    isNotEmbedded ? 'The demo moves the embedded clock; this system has none. Run it against `npm start`.' : error,
  );
  process.exitCode = 2;
}
