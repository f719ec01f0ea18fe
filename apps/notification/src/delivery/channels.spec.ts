import type { DeliveryPreferences } from '#contracts';
import { channelsFor } from './channels.js';

const none: DeliveryPreferences = { channels: {}, digestAt: null };
const webhook = { id: 'w', kind: 'webhook', state: 'active' } as const;
const email = { id: 'e', kind: 'email', state: 'active' } as const;
const ok = (channel: string, endpointId: string | null) => ({ channel, endpointId, undeliverable: null });

describe('channelsFor', () => {
  it('follows the endpoints when nothing is preferred: webhook, email, inbox', () => {
    const reach = { preferences: none, canMail: true };
    expect(channelsFor('urgent', { ...reach, endpoints: [email, webhook] })).toEqual([ok('webhook', 'w')]);
    expect(channelsFor('urgent', { ...reach, endpoints: [email] })).toEqual([ok('email', 'e')]);
    expect(channelsFor('urgent', { ...reach, endpoints: [] })).toEqual([ok('inbox', null)]);
  });

  it('prefers by urgency', () => {
    const preferences: DeliveryPreferences = { channels: { routine: ['inbox'], urgent: ['email', 'webhook', 'email'] }, digestAt: null }; // prettier-ignore
    const reach = { preferences, canMail: true, endpoints: [email, webhook] };
    expect(channelsFor('routine', reach)).toEqual([ok('inbox', null)]);
    expect(channelsFor('urgent', reach)).toEqual([ok('email', 'e'), ok('webhook', 'w')]);
    expect(channelsFor('same-day', reach)).toEqual([ok('webhook', 'w')]);
  });

  it('never falls silent: what cannot be tried is chosen and said', () => {
    const reach = { preferences: none, canMail: false };
    expect(channelsFor('urgent', { ...reach, endpoints: [{ ...webhook, state: 'disabled' }] })).toEqual([
      { channel: 'webhook', endpointId: 'w', undeliverable: 'endpoint-disabled' },
    ]);
    expect(channelsFor('urgent', { ...reach, endpoints: [{ ...webhook, state: 'paused' }] })).toEqual([
      ok('webhook', 'w'),
    ]);
    expect(channelsFor('urgent', { ...reach, endpoints: [email] })).toMatchObject([{ undeliverable: 'no-channel' }]);
    const preferences: DeliveryPreferences = { channels: { urgent: ['webhook'] }, digestAt: null };
    expect(channelsFor('urgent', { ...reach, preferences, endpoints: [] })).toMatchObject([
      { channel: 'webhook', endpointId: null, undeliverable: 'no-channel' },
    ]);
  });
});
