import { randomBytes } from 'node:crypto';
import { InvalidSettings } from '#platform';
import { VaultKeys } from './vault-keys.js';

const key = (): string => randomBytes(32).toString('base64');

describe('VaultKeys', () => {
  it.each([
    ['no key', {}],
    ['an empty one', { BEHAVIORAL_HEALTH_KEY: '' }],
    ['a short one', { BEHAVIORAL_HEALTH_KEY: randomBytes(16).toString('base64') }],
    ['an old one that is none', { BEHAVIORAL_HEALTH_KEY: key(), BEHAVIORAL_HEALTH_OLD_KEYS: 'x' }],
  ])('refuses %s, and says how one is made', (_, env) => {
    expect(() => new VaultKeys(env)).toThrow(InvalidSettings);
    expect(() => new VaultKeys(env)).toThrow(/BEHAVIORAL_HEALTH_(KEY|OLD_KEYS) .*openssl rand -base64 32/);
  });

  it('knows a key by the same id wherever it stands', () => {
    const [now, before] = [key(), key()];
    const keys = new VaultKeys({ BEHAVIORAL_HEALTH_KEY: now, BEHAVIORAL_HEALTH_OLD_KEYS: before });
    const earlier = new VaultKeys({ BEHAVIORAL_HEALTH_KEY: before });
    expect(keys.byId(earlier.currentId)).toEqual(Buffer.from(before, 'base64'));
    expect(keys.byId(keys.currentId)).toEqual(Buffer.from(now, 'base64'));
    expect(() => earlier.byId(keys.currentId)).toThrow(/is not given/);
  });
});
