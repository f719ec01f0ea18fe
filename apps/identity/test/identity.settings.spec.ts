import { readIdentitySettings } from '../src/identity.settings.js';

const embedded = { THROUGHLINE_EMBEDDED: 'true', IDENTITY_STATE_DIR: '/state' };

it('refuses to start anywhere but in the embedded start', () => {
  for (const value of [undefined, '', 'false', '1']) {
    const settings = readIdentitySettings({ ...embedded, THROUGHLINE_EMBEDDED: value });
    expect(settings).toMatch(/THROUGHLINE_EMBEDDED.*embedded start only/);
  }
});

it('is its own issuer at the port it listens on, unless told otherwise', () => {
  expect(readIdentitySettings({ ...embedded, PORT_IDENTITY: '4007' })).toMatchObject({
    issuer: 'http://127.0.0.1:4007',
  });
  const told = readIdentitySettings({ ...embedded, OIDC_ISSUER: 'http://127.0.0.1:5007' });
  expect(told).toMatchObject({ issuer: 'http://127.0.0.1:5007', port: 3007 });
});

it('names every fault', () => {
  const faults = readIdentitySettings({ OIDC_ISSUER: 'nowhere', PORT_IDENTITY: 'x' });
  expect(faults).toMatch(/THROUGHLINE_EMBEDDED[^]*OIDC_ISSUER[^]*PORT_IDENTITY[^]*IDENTITY_STATE_DIR/);
});
