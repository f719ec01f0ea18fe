import { c16BehavioralPrivacy, planted } from '../cases/c16-behavioral-privacy.js';
import { caseDates, scenarioDay0, scenarioZone } from '../cases/case.js';
import { ApiClient } from '../support/api-client.js';
import { CasePlayer } from '../support/case-player.js';
import { searchEverywhere } from '../support/search-everywhere.js';
import { type RunningSystem, startSystem } from '../support/system.js';
import { getToken } from '../../tools/token.js';

const minute = 60_000;
const mindful = 'partner:mindful-pain';
const readers = [
  ...['coordinator', 'physician', 'administrator', 'operator', mindful],
  ...['partner:family-care', 'partner:pt-north', 'partner:pt-east'],
];

let system: RunningSystem;
beforeAll(async () => {
  system = await startSystem({ args: ['--no-seed'] });
}, 3 * minute);
afterAll(async () => {
  await system?.stop();
  system?.forget();
}, minute);

it(
  'What was planted in behavioral health is found nowhere but with those who may read it',
  async () => {
    const tokens = new Map<string, Promise<string>>();
    const tokenFor = (who: string): Promise<string> => {
      const token = tokens.get(who) ?? getToken(who, system.url);
      tokens.set(who, token);
      return token;
    };
    const player = new CasePlayer({
      api: new ApiClient(system.url, tokenFor),
      careCase: c16BehavioralPrivacy,
      at: caseDates(scenarioDay0, scenarioZone),
      reporter: { step: () => {}, published: () => {}, team: () => {}, note: () => {} },
    });
    await player.play();
    expect(player.differences).toEqual([]);

    const { patientId, planId } = player;
    // The search is proven by what it must find: the physician's reason for the version stands in many places.
    const known = 'Background, version 1';
    const markers = [...Object.values(planted), known];
    const { found, looked } = await searchEverywhere({
      system,
      markers,
      readers,
      getToken: tokenFor,
      patientId,
      planId,
    });
    const placesOf = (marker: string): string[] => [
      ...new Set(found.filter((one) => one.marker === marker).map(({ where }) => where)),
    ];
    for (const place of [/^file logs|^file kafka/, /^database throughline_pain_plan/, /^topic /, /^as physician GET/])
      expect(placesOf(known)).toContainEqual(expect.stringMatching(place));
    expect(Math.min(...Object.values(looked))).toBeGreaterThan(10);

    const own = `as ${mindful} GET /api/behavioral-health`;
    expect(placesOf(planted.psychotherapy)).toEqual([`${own}/notes/{id}`]);
    expect(placesOf(planted.part2)).toEqual([`${own}/notes/{id}`]);
    expect(placesOf(planted.screening)).toEqual([`${own}/screenings/{id}`]);
    expect(placesOf(planted.clearance).sort()).toEqual([
      `${own}/episodes/{id}/clearance-reason`,
      'as physician GET /api/behavioral-health/episodes/{id}/clearance-reason',
    ]);
  },
  5 * minute,
);
