import { caseDates, scenarioDay0, scenarioZone } from '../cases/case.js';
import { everyCase } from '../cases/every-case.js';
import { ApiClient } from '../support/api-client.js';
import { CasePlayer, type Reporter } from '../support/case-player.js';
import { previewsAndPublications, publishAfterTeamChanged } from '../support/preview-is-publish.js';
import { type RunningSystem, startSystem } from '../support/system.js';
import { compareVolume } from '../support/volume.js';
import { getToken } from '../../tools/token.js';

const minute = 60_000;
const silent: Reporter = { step: () => {}, published: () => {}, team: () => {}, note: () => {} };

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

/** One clock serves all: the cases are told one after the other, each from its own day 0. */
it.each(everyCase.map((careCase) => ({ careCase, id: careCase.id, title: careCase.title })))(
  '$id $title',
  async ({ careCase }) => {
    const at = caseDates(careCase.day0 ?? scenarioDay0, scenarioZone);
    const player = new CasePlayer({ api, careCase, at, reporter: silent });
    await player.play();
    expect(player.differences).toEqual([]);
  },
  2 * minute,
);

describe('C11 Preview is publish', () => {
  const at = caseDates(scenarioDay0, scenarioZone);
  const world = (): { api: ApiClient; at: typeof at } => ({ api, at });
  beforeAll(() => api.post('/api/dev/clock', 'administrator', { set: at.instant(0, '09:00') }));

  it(
    'names the same impacts, rule by rule, for 200 random edits',
    async () => {
      const { published, differences } = await previewsAndPublications(world(), { edits: 200, seed: 11 });
      expect(differences).toEqual([]);
      expect(published).toBeGreaterThan(100);
    },
    3 * minute,
  );

  it('is refused with a fresh preview when a member joined in between', async () => {
    const { status, preview } = await publishAfterTeamChanged(world());
    expect(status).toBe(409);
    expect(preview).toMatchObject({ digest: expect.any(String) as unknown, impacts: expect.any(Array) as unknown });
  });
});

it(
  'C20 Volume: every told and not-told set is what the rules say alone',
  async () => {
    const at = caseDates(scenarioDay0, scenarioZone);
    await api.post('/api/dev/clock', 'administrator', { set: at.instant(0, '09:00') });
    // A thousand patients are for `npm run bench -- volume`; these few meet one another just as well.
    expect(await compareVolume({ api, at }, { patients: 24, versions: 5, seed: 20, sideBySide: 6 })).toEqual([]);
  },
  3 * minute,
);
