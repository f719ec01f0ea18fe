import { randomUUID } from 'node:crypto';
import { Test } from '@nestjs/testing';
import { pino } from 'pino';
import { type CloudEvent, topics } from '#contracts';
import { LOGGER, readSettings, Settings } from '#platform';
import { MessagingOptions, withDefaults } from '../src/messaging.options.js';
import { EventTail } from '../src/transport/event-tail.js';
import { KafkaClient } from '../src/transport/kafka-client.js';

const envelope = (id: string): string =>
  JSON.stringify({
    specversion: '1.0',
    id,
    source: 'urn:throughline:test',
    type: 'org.throughline.partner.updated.v1',
    subject: 'pt-north',
    time: '2027-04-06T09:00:00Z',
    datacontenttype: 'application/json',
    data: {},
  });

it('sees what is sent from the moment it is live, and nothing of before', async () => {
  const module = await Test.createTestingModule({
    providers: [
      {
        provide: Settings,
        useValue: readSettings('gateway', { ...process.env, OIDC_ISSUER: 'http://127.0.0.1:9' }),
      },
      { provide: MessagingOptions, useValue: withDefaults({ service: 'tail', topicPrefix: `${randomUUID()}.` }) },
      { provide: LOGGER, useValue: pino({ level: 'silent' }) },
      KafkaClient,
      EventTail,
    ],
  }).compile();
  const kafka = module.get(KafkaClient);
  await kafka.ensureTopics();
  const producer = await kafka.producer();
  const [topic = topics[0]] = topics.filter((name) => name.includes('partner'));
  const send = (id: string): Promise<void> => producer.send([{ topic, key: 'pt-north', value: envelope(id) }]);
  try {
    await send(randomUUID());
    const seen: CloudEvent[] = [];
    const live = Promise.withResolvers<void>();
    const arrived = Promise.withResolvers<void>();
    module.get(EventTail).start({
      onEvent: (event) => {
        seen.push(event);
        arrived.resolve();
      },
      onLive: live.resolve,
      onGap: () => undefined,
    });
    await live.promise;
    // Where the tail begins is settled with the first fetch after joining: what is sent until then may be passed over, and a reader
    // asks for everything once when it goes live. So we send until one arrives.
    const sent: string[] = [];
    const sending = setInterval(() => {
      const id = randomUUID();
      sent.push(id);
      void send(id);
    }, 100);
    await arrived.promise;
    clearInterval(sending);
    expect(sent).toContain(seen[0]?.id);
  } finally {
    await producer.disconnect();
    await module.close();
  }
});
