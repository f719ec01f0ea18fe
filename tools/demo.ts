/**
 * `npm run demo [-- --url URL] [--all]`: tells the case sketches on the running system, through the public API only, and fails when
 * anything expected did not happen or anything unexpected did. Moves the embedded clock along each story and puts it back at the end.
 */
import { parseArgs } from 'node:util';
import { DateTime } from 'luxon';
import { a1Nurse } from '../test/cases/a1-nurse.ts';
import { a2Retiree } from '../test/cases/a2-retiree.ts';
import { a3Crps } from '../test/cases/a3-crps.ts';
import { b1BoneMetastasis } from '../test/cases/b1-bone-metastasis.ts';
import { b2PelvicPain } from '../test/cases/b2-pelvic-pain.ts';
import { caseDates, scenarioDay0, scenarioZone } from '../test/cases/case.ts';
import { ApiClient, RequestFailed } from '../test/support/api-client.ts';
import { CasePlayer } from '../test/support/case-player.ts';
import { StoryTeller } from './demo/story-teller.ts';
import { getToken } from './token.ts';

const { values } = parseArgs({
  options: { url: { type: 'string', default: 'http://127.0.0.1:3000' }, all: { type: 'boolean', default: false } },
});

const cases = values.all ? [a1Nurse, a2Retiree, a3Crps, b1BoneMetastasis, b2PelvicPain] : [a1Nurse, a2Retiree, a3Crps];
const api = new ApiClient(values.url, (who) => getToken(who, values.url));

/** The tables of the cases hold for their own calendar, whose holidays are part of the stories. */
const day0 = scenarioDay0;

async function tell(): Promise<string[]> {
  const teller = new StoryTeller((line) => console.log(line));
  const differences: string[] = [];
  for (const careCase of cases) {
    teller.begin(careCase);
    const player = new CasePlayer({ api, careCase, at: caseDates(day0, scenarioZone), reporter: teller });
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
