import { randomBytes } from 'node:crypto';
import { openEnvelope, rewrapKey, sealEnvelope } from './envelope.js';

const [key, other] = [randomBytes(32), randomBytes(32)];
const at = (record: string) => ({ key: record, body: `${record}, a note` });

describe('an envelope', () => {
  it('gives back what was put in, and holds none of it in the open', () => {
    const envelope = sealEnvelope(key, 'she sleeps three hours ☾', at('note 1'));
    expect(openEnvelope(key, envelope, at('note 1'))).toBe('she sleeps three hours ☾');
    expect(Buffer.concat([envelope.wrappedKey, envelope.body]).includes('sleeps')).toBe(false);
  });

  it('is another one every time', () => {
    expect(sealEnvelope(key, 'x', at('n')).body).not.toEqual(sealEnvelope(key, 'x', at('n')).body);
  });

  it.each([
    ['another key', () => openEnvelope(other, sealEnvelope(key, 'x', at('note 1')), at('note 1'))],
    ['another record', () => openEnvelope(key, sealEnvelope(key, 'x', at('note 1')), at('note 2'))],
    [
      'a changed byte',
      () => {
        const envelope = sealEnvelope(key, 'x', at('note 1'));
        envelope.body.writeUInt8(envelope.body.readUInt8(envelope.body.length - 1) ^ 1, envelope.body.length - 1);
        return openEnvelope(key, envelope, at('note 1'));
      },
    ],
    [
      'the body of another envelope',
      () =>
        openEnvelope(key, { ...sealEnvelope(key, 'x', at('n')), body: sealEnvelope(key, 'y', at('n')).body }, at('n')),
    ],
  ])('does not open with %s', (_, open) => {
    expect(open).toThrow();
  });

  it('goes over to another wrapping key with its content untouched', () => {
    const envelope = sealEnvelope(key, 'x', at('note 1'));
    const moved = { ...envelope, wrappedKey: rewrapKey(key, other, envelope.wrappedKey, 'note 1') };
    expect(openEnvelope(other, moved, at('note 1'))).toBe('x');
    expect(() => openEnvelope(key, moved, at('note 1'))).toThrow();
    expect(() => rewrapKey(key, other, envelope.wrappedKey, 'note 2')).toThrow();
  });
});
