import { Inject, Injectable } from '@nestjs/common';
import { type EachBatchPayload, Kafka, logLevel, Partitioners } from 'kafkajs';
import type { Logger } from 'pino';
import type { Topic } from '#contracts';
import { LOGGER, Settings } from '#platform';
import { largestEventBytes } from '../cloud-event.js';
import { MessagingOptions } from '../messaging.options.js';
import { mendThrottleTimer } from './kafkajs-throttle-timer.js';

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
  messages: readonly ReceivedMessage[];
  heartbeatEveryMs: number;
  /** Everything up to this offset is done for good. */
  resolve(offset: string): void;
  /** Rejects when the group goes on without us. */
  heartbeat(): Promise<void>;
  /** False when the partition was taken away or the consumer stops: leave the rest to whoever has it next. */
  mayGoOn(): boolean;
}

export interface EventConsumer {
  isInGroup(): boolean;
  /** Lets the batches in hand end, commits what is resolved, leaves the group. */
  disconnect(): Promise<void>;
}

export interface ConsumerListener {
  onBatch(batch: ReceivedBatch): Promise<void>;
  onJoin(): void;
  onCrash(error: Error): void;
  /** kafkajs gave up (it does after errors it takes for final, whatever `restartOnFailure` says): make a new consumer. */
  onDead(): void;
}

const partitionsPerTopic = 6;
/** How many partitions' batches run side by side in one process. */
const concurrentPartitions = partitionsPerTopic;
/** The broker answers as soon as there is a byte; this only bounds an empty wait. */
const emptyFetchMs = 500;
/** About three seconds; then the owner of the client hears of it, says so, and begins anew. */
const retry = { initialRetryTime: 100, maxRetryTime: 3000, retries: 5 };

mendThrottleTimer();

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
      requestTimeout: 10_000,
      retry,
      logLevel: logLevel.WARN,
      logCreator: () => ({ label, log: { message, error } }) => logger.debug({ label, error: String(error ?? '') }, message),
    });
  }

  /** Idempotent, all replicas, one request in flight: what was accepted is there once and in order. */
  async producer(): Promise<EventProducer> {
    const producer = this.kafka.producer({
      idempotent: true,
      maxInFlightRequests: 1,
      allowAutoTopicCreation: false,
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

  /** Makes the topics that are missing. */
  async ensureTopics(): Promise<void> {
    const wanted = this.options.topics.map((topic) => this.named(topic));
    await this.asAdmin(async (admin) => {
      const known = new Set(await admin.listTopics());
      const missing = wanted.filter((topic) => !known.has(topic));
      if (missing.length === 0) return;
      // Services that start at once may all find them missing; the ones that come second get a false here.
      await admin.createTopics({ waitForLeaders: true, topics: missing.map(newTopic) });
    });
  }

  async consumer(topics: readonly Topic[], listener: ConsumerListener): Promise<EventConsumer> {
    const { sessionTimeoutMs } = this.options;
    const heartbeatEveryMs = Math.floor(sessionTimeoutMs / 4);
    const consumer = this.kafka.consumer({
      groupId: this.groupId,
      sessionTimeout: sessionTimeoutMs,
      heartbeatInterval: heartbeatEveryMs,
      minBytes: 1,
      maxWaitTimeInMs: emptyFetchMs,
      allowAutoTopicCreation: false,
      retry: { ...retry, restartOnFailure: async () => true },
    });
    let isInGroup = false;
    consumer.on(consumer.events.GROUP_JOIN, () => {
      isInGroup = true;
      listener.onJoin();
    });
    const { CRASH, DISCONNECT, STOP, REBALANCING } = consumer.events;
    for (const event of [CRASH, DISCONNECT, STOP, REBALANCING] as const) consumer.on(event, () => (isInGroup = false));
    consumer.on(CRASH, ({ payload }) => {
      listener.onCrash(payload.error);
      if (!payload.restart) listener.onDead();
    });
    await consumer.connect();
    await consumer.subscribe({ topics: topics.map((topic) => this.named(topic)), fromBeginning: true });
    await consumer.run({
      eachBatchAutoResolve: false,
      partitionsConsumedConcurrently: concurrentPartitions,
      eachBatch: (payload) => listener.onBatch(toBatch(payload, heartbeatEveryMs)),
    });
    return { isInGroup: () => isInGroup, disconnect: () => consumer.disconnect() };
  }

  /** Messages on these topics that this service's group has not settled yet. */
  lag(topics: readonly Topic[]): Promise<number> {
    return this.asAdmin(async (admin) => {
      const names = topics.map((topic) => this.named(topic));
      const committed = await admin.fetchOffsets({ groupId: this.groupId, topics: names });
      const settled = new Map(committed.flatMap(({ topic, partitions }) => partitions.map((at) => [`${topic} ${at.partition}`, BigInt(at.offset)])));
      let lag = 0n;
      for (const topic of names) {
        for (const { partition, low, high } of await admin.fetchTopicOffsets(topic)) {
          const from = settled.get(`${topic} ${partition}`) ?? -1n; // -1: nothing committed yet
          lag += BigInt(high) - (from > BigInt(low) ? from : BigInt(low));
        }
      }
      return Number(lag);
    });
  }

  private get groupId(): string {
    return this.named(`throughline.${this.options.service}`);
  }

  private named(name: string): string {
    return `${this.options.topicPrefix}${name}`;
  }

  private async asAdmin<T>(work: (admin: ReturnType<Kafka['admin']>) => Promise<T>): Promise<T> {
    const admin = this.kafka.admin();
    await admin.connect();
    try {
      return await work(admin);
    } finally {
      await admin.disconnect();
    }
  }
}

const newTopic = (topic: string): { topic: string; numPartitions: number; configEntries: { name: string; value: string }[] } => ({
  topic,
  numPartitions: partitionsPerTopic,
  configEntries: [{ name: 'max.message.bytes', value: String(2 * largestEventBytes) }],
});

const toBatch = ({ batch, resolveOffset, heartbeat, isRunning, isStale }: EachBatchPayload, heartbeatEveryMs: number): ReceivedBatch => ({
  topic: batch.topic,
  partition: batch.partition,
  heartbeatEveryMs,
  messages: batch.messages.map((message) => ({
    offset: message.offset,
    key: message.key?.toString() ?? '',
    value: message.value?.toString() ?? '',
  })),
  resolve: resolveOffset,
  heartbeat,
  mayGoOn: () => isRunning() && !isStale(),
});
