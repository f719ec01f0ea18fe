import { Webhook } from 'svix';
import { newSecret, signedHeaders } from './webhook-signature.js';

const message = { messageId: 'msg_1', sentAt: new Date(), body: '{"what":"näher"}' };

describe('signedHeaders', () => {
  it('are understood by an independent library', () => {
    const secret = newSecret();
    expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    expect(new Webhook(secret).verify(message.body, signedHeaders(message, [secret]))).toEqual({ what: 'näher' });
  });

  it('carry a signature of each secret while one replaces the other', () => {
    const [old, young, foreign] = [newSecret(), newSecret(), newSecret()];
    const headers = signedHeaders(message, [young, old]);
    for (const secret of [old, young]) expect(() => new Webhook(secret).verify(message.body, headers)).not.toThrow();
    expect(() => new Webhook(foreign).verify(message.body, headers)).toThrow();
  });

  it('hold for this body, this id and this moment only', () => {
    const secret = newSecret();
    const headers = signedHeaders(message, [secret]);
    const webhook = new Webhook(secret);
    expect(() => webhook.verify('{"what":"other"}', headers)).toThrow();
    expect(() => webhook.verify(message.body, { ...headers, 'webhook-id': 'msg_2' })).toThrow();
    const old = { ...message, sentAt: new Date(Date.now() - 3_600_000) };
    expect(() => webhook.verify(message.body, signedHeaders(old, [secret]))).toThrow();
  });
});
