/**
 * `node tools/seed.ts [--directory-only] [--url URL]`, against a running system: the partner directory and the three case
 * sketches, each at an interesting moment. Safe to repeat: what is there stays as it is.
 */
import { parseArgs } from 'node:util';
import { DateTime } from 'luxon';
import { caseDates, scenarioZone } from '../test/cases/case.ts';
import { ApiClient } from '../test/support/api-client.ts';
import { caseSketches } from './seed/case-sketches.ts';
import { seedDirectory } from './seed/seed-directory.ts';
import { seedSketch } from './seed/seed-sketch.ts';
import { getToken } from './token.ts';

const { values } = parseArgs({
  options: {
    url: { type: 'string', default: 'http://127.0.0.1:3000' },
    'directory-only': { type: 'boolean', default: false },
  },
});

const registered = await seedDirectory(values.url, getToken);
console.log(`Directory: ${registered.length === 0 ? 'complete' : `${registered.length} organizations registered`}`);

if (!values['directory-only']) {
  const api = new ApiClient(values.url, (who) => getToken(who, values.url));
  // Publishing happens now, so the documents' dates count from today.
  const at = caseDates(DateTime.now().setZone(scenarioZone).toISODate() ?? '', scenarioZone);
  for (const sketch of caseSketches) {
    const isNew = await seedSketch(api, sketch, at);
    console.log(`${sketch.careCase.title}: ${isNew ? `seeded up to version ${sketch.version}` : 'is there'}`);
  }
}
