import { Inject, Injectable } from '@nestjs/common';
import { type EachBatchPayload, Kafka, logLevel, Partitioners } from 'kafkajs';
import type { Logger } from 'pino';
import { topics } from '#contracts';
import { LOGGER, Settings } from '#platform';
import { MessagingOptions } from '../messaging.options.js';

export interface ProducedMessage {
  topic: string;
  key: string;
  value: string;
}

export interface EventProducer {
  /** Resolves when every in-sync replica has them. Order per key is the order of the array. */
  send(messages: readonly ProducedMessage[]): Promise<void>;
  disconnect(): Promise<void>;
}

export interface ReceivedMessage {
  offset: string;
  key: string;
  value: string;
}

/** A run of messages of one partition, and what the worker may say about it. */
export interface ReceivedBatch {
  topic: string;
  partition: number;
  /** Messages before this offset may have been received before, by whoever had the partition. */
  highWatermark: string;
  messages: readonly ReceivedMessage[];
  /** Everything up to this offset is done for good. */
  resolve(offset: string): void;
  heartbeat(): Promise<void>;
  /** False when the partition was taken away or the consumer stops: leave the rest to whoever has it next. */
  mayGoOn(): boolean;
}

export interface EventConsumer {
  isInGroup(): boolean;
  disconnect(): Promise<void>;
}

const partitionsPerTopic = 6;
const sessionTimeoutMs = 30_000;
/** How many partitions' batches run side by side in one process. */
const concurrentPartitions = 6;

/** The only file that knows kafkajs: produce, consume, create topics. */
@Injectable()
export class KafkaClient {
  private readonly kafka: Kafka;

  constructor(
    settings: Settings,
    private readonly options: MessagingOptions,
    @Inject(LOGGER) logger: Logger,
  ) {
    this.kafka = new Kafka({
      clientId: `throughline-${options.service}`,
      brokers: [...settings.kafkaBrokers],
      connectionTimeout: 3000,
      // Grows to half a minute and never ends: an absent broker is an ordinary day.
      retry: { initialRetryTime: 100, maxRetryTime: 10_000, retries: 8 },
      logLevel: logLevel.WARN,
      logCreator: () => ({ label, log: { message, error } }) => logger.debug({ label, error: String(error ?? '') }, message),
    });
  }

  /** Idempotent, all replicas, one request in flight: what was accepted is there once and in order. */
  async producer(): Promise<EventProducer> {
    const producer = this.kafka.producer({
      idempotent: true,
      maxInFlightRequests: 1,
      createPartitioner: Partitioners.DefaultPartitioner,
    });
    await producer.connect();
    return {
      send: async (messages) => {
        const byTopic = Map.groupBy(messages, ({ topic }) => topic);
        await producer.sendBatch({
          acks: -1,
          topicMessages: [...byTopic].map(([topic, ofTopic]) => ({
            topic: this.named(topic),
            messages: ofTopic.map(({ key, value }) => ({ key, value })),
          })),
        });
      },
      disconnect: () => producer.disconnect(),
    };
  }

  /** Makes the topics of the contracts that are missing. */
  async ensureTopics(): Promise<void> {
    const admin = this.kafka.admin();
    await admin.connect();
    try {
      const known = new Set(await admin.listTopics());
      const missing = topics.map((topic) => this.named(topic)).filter((topic) => !known.has(topic));
      if (missing.length === 0) return;
      await admin.createTopics({
        waitForLeaders: true,
        topics: missing.map((topic) => ({ topic, numPartitions: partitionsPerTopic })),
      });
    } finally {
      await admin.disconnect();
    }
  }

  async consumer(onBatch: (batch: ReceivedBatch) => Promise<void>, onCrash: (error: Error) => void): Promise<EventConsumer> {
    const consumer = this.kafka.consumer({
      groupId: this.named(`throughline.${this.options.service}`),
      sessionTimeout: sessionTimeoutMs,
      heartbeatInterval: 3000,
      // The broker answers as soon as there is a byte; this only bounds an empty wait.
      minBytes: 1,
      maxWaitTimeInMs: 500,
      // Also after errors kafkajs takes for final: a consumer that is silently gone would lose nothing but find nothing.
      retry: { restartOnFailure: async () => true },
    });
    let isInGroup = false;
    consumer.on(consumer.events.GROUP_JOIN, () => (isInGroup = true));
    for (const event of [consumer.events.CRASH, consumer.events.DISCONNECT, consumer.events.STOP] as const) {
      consumer.on(event, () => (isInGroup = false));
    }
    consumer.on(consumer.events.CRASH, ({ payload }) => onCrash(payload.error));
    await consumer.connect();
    await consumer.subscribe({ topics: topics.map((topic) => this.named(topic)), fromBeginning: true });
    await consumer.run({
      eachBatchAutoResolve: false,
      partitionsConsumedConcurrently: concurrentPartitions,
      eachBatch: (payload) => onBatch(toBatch(payload)),
    });
    return { isInGroup: () => isInGroup, disconnect: () => consumer.disconnect() };
  }

  private named(name: string): string {
    return `${this.options.topicPrefix}${name}`;
  }
}

const toBatch = ({ batch, resolveOffset, heartbeat, isRunning, isStale }: EachBatchPayload): ReceivedBatch => ({
  topic: batch.topic,
  partition: batch.partition,
  highWatermark: batch.highWatermark,
  messages: batch.messages.map((message) => ({
    offset: message.offset,
    key: message.key?.toString() ?? '',
    value: message.value?.toString() ?? '',
  })),
  resolve: resolveOffset,
  heartbeat,
  mayGoOn: () => isRunning() && !isStale(),
});
