import { z } from 'zod';
import { defineEvent } from '#contracts';
import { parseCloudEvent, toCloudEvent } from './cloud-event.js';

const noted = defineEvent({
  name: 'test.noted',
  topic: 'throughline.plan.v1',
  description: 'x',
  data: z.strictObject({ text: z.string() }),
});
const time = new Date('2027-04-06T13:00:00Z');
const origin = { id: 'f3c1a9e0-0c5b-4d5e-9d7e-5b6a1f0c2d3e', service: 'pain-plan' };

describe('the envelope', () => {
  it('is a CloudEvent that reads back as itself', () => {
    const event = toCloudEvent(noted.of({ subject: 'p-1', time, data: { text: 'x' } }), {
      ...origin,
      traceparent: '00-a-b-01',
    });
    expect(event).toEqual({
      specversion: '1.0',
      id: origin.id,
      source: 'urn:throughline:pain-plan',
      type: 'org.throughline.test.noted.v1',
      subject: 'p-1',
      time: '2027-04-06T13:00:00.000Z',
      datacontenttype: 'application/json',
      traceparent: '00-a-b-01',
      data: { text: 'x' },
    });
    expect(parseCloudEvent(JSON.stringify(event))).toEqual(event);
  });

  it('is not made around data that breaks the contract', () => {
    const broken = { ...noted.of({ subject: 'p-1', time, data: { text: 'x' } }), data: { text: 1 } };
    expect(() => toCloudEvent(broken, origin)).toThrow(z.ZodError);
  });

  it.each(['', 'no JSON', '[]', '{}', '{"specversion":"0.3"}'])('of %p cannot be read', (text) => {
    expect(parseCloudEvent(text)).toBeNull();
  });
});
