import { InvalidSettings } from '#platform';
import { readGatewaySettings } from '../src/gateway.settings.js';

it('has a default address for every service', () => {
  const { backends, movableClockFile } = readGatewaySettings({ PAIN_PLAN_URL: '' });
  expect(backends).toMatchObject({ 'pain-plan': 'http://127.0.0.1:3001', notification: 'http://127.0.0.1:3006' });
  expect(movableClockFile).toBeNull();
});

it('lets the clock be moved in the embedded start only', () => {
  expect(readGatewaySettings({ CLOCK_FILE: '/c' }).movableClockFile).toBeNull();
  expect(readGatewaySettings({ CLOCK_FILE: '/c', THROUGHLINE_EMBEDDED: 'true' }).movableClockFile).toBe('/c');
});

it('names every fault', () => {
  const env = { REFERRAL_URL: 'nowhere', THERAPY_URL: 'ftp://x', THROUGHLINE_EMBEDDED: 'maybe' };
  const read = (): unknown => readGatewaySettings(env);
  expect(read).toThrow(InvalidSettings);
  expect(read).toThrow(/REFERRAL_URL[^]*THERAPY_URL[^]*THROUGHLINE_EMBEDDED/);
});
