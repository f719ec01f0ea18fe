import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { type Consumer, type EachBatchPayload, Kafka, logLevel, Partitioners, type TopicOffsets } from 'kafkajs';
import type { Logger } from 'pino';
import type { Topic } from '#contracts';
import { LOGGER, Settings } from '#platform';
import { largestEventBytes } from '../cloud-event.js';
import { MessagingOptions } from '../messaging.options.js';
import { OffsetCommitter, type OffsetToCommit } from './offset-committer.js';
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
  /** Everything up to this offset is done for good. It is committed behind the work. */
  resolve(offset: string): void;
  /** Resolves when what is resolved is committed too, or could not be. */
  committed(): Promise<void>;
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
    @Inject(LOGGER) private readonly logger: Logger,
  ) {
    this.kafka = new Kafka({
      clientId: `throughline-${options.service}`,
      brokers: [...settings.kafkaBrokers],
      connectionTimeout: 3000,
      requestTimeout: 10_000,
      retry,
      logLevel: logLevel.WARN,
      logCreator:
        () =>
        ({ label, log: { message, error } }) =>
          logger.debug({ label, error: String(error ?? '') }, message),
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
    const heartbeatEveryMs = Math.floor(this.options.sessionTimeoutMs / 4);
    const consumer = this.kafka.consumer({
      groupId: this.groupId,
      sessionTimeout: this.options.sessionTimeoutMs,
      heartbeatInterval: heartbeatEveryMs,
      minBytes: 1,
      maxWaitTimeInMs: emptyFetchMs,
      allowAutoTopicCreation: false,
      retry: { ...retry, restartOnFailure: async () => true },
    });
    const offsets = new BatchOffsets((error) =>
      this.logger.debug({ err: error }, 'offsets not committed; the messages come again'),
    );
    const isInGroup = followMembership(consumer, {
      ...listener,
      onJoin: () => {
        offsets.committer.forget();
        listener.onJoin();
      },
    });
    await consumer.connect();
    await consumer.subscribe({ topics: topics.map((topic) => this.named(topic)), fromBeginning: true });
    await consumer.run({
      autoCommit: false,
      eachBatchAutoResolve: false,
      partitionsConsumedConcurrently: concurrentPartitions,
      eachBatch: (payload) =>
        offsets.around(payload, () => listener.onBatch(toBatch(payload, offsets, heartbeatEveryMs))),
    });
    return {
      isInGroup,
      disconnect: async () => {
        await offsets.committer.flush();
        await consumer.disconnect();
      },
    };
  }

  /**
   * Everything that is sent from now on, for one process alone: nothing is settled, and what was sent while the connection was cut is not
   * caught up. `onJoin` says that what follows is without a gap again.
   */
  async tail(
    topics: readonly Topic[],
    listener: Pick<ConsumerListener, 'onJoin' | 'onCrash' | 'onDead'> & { onMessage(value: string): void },
  ): Promise<EventConsumer> {
    const consumer = this.kafka.consumer({
      groupId: `${this.groupId}.${randomUUID()}`,
      sessionTimeout: this.options.sessionTimeoutMs,
      minBytes: 1,
      maxWaitTimeInMs: emptyFetchMs,
      allowAutoTopicCreation: false,
      retry: { ...retry, restartOnFailure: async () => true },
    });
    const isInGroup = followMembership(consumer, listener);
    await consumer.connect();
    await consumer.subscribe({ topics: topics.map((topic) => this.named(topic)), fromBeginning: false });
    await consumer.run({
      autoCommit: false,
      partitionsConsumedConcurrently: concurrentPartitions,
      eachMessage: async ({ message }) => listener.onMessage(message.value?.toString() ?? ''),
    });
    return { isInGroup, disconnect: () => consumer.disconnect() };
  }

  /** Messages on these topics that this service's group has not settled yet. */
  lag(topics: readonly Topic[]): Promise<number> {
    return this.asAdmin(async (admin) => {
      const names = topics.map((topic) => this.named(topic));
      const committed = await admin.fetchOffsets({ groupId: this.groupId, topics: names });
      const settled = new Map(
        committed.flatMap(({ topic, partitions }) =>
          partitions.map((at) => [`${topic} ${at.partition}`, BigInt(at.offset)]),
        ),
      );
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

const newTopic = (
  topic: string,
): { topic: string; numPartitions: number; configEntries: { name: string; value: string }[] } => ({
  topic,
  numPartitions: partitionsPerTopic,
  configEntries: [{ name: 'max.message.bytes', value: String(2 * largestEventBytes) }],
});

/** Returns how to ask whether the consumer is in its group. */
function followMembership(
  consumer: Consumer,
  listener: Pick<ConsumerListener, 'onJoin' | 'onCrash' | 'onDead'>,
): () => boolean {
  let isInGroup = false;
  const { GROUP_JOIN, CRASH, DISCONNECT, STOP, REBALANCING } = consumer.events;
  consumer.on(GROUP_JOIN, () => {
    isInGroup = true;
    listener.onJoin();
  });
  for (const event of [CRASH, DISCONNECT, STOP, REBALANCING] as const) consumer.on(event, () => (isInGroup = false));
  consumer.on(CRASH, ({ payload }) => {
    listener.onCrash(payload.error);
    if (!payload.restart) listener.onDead();
  });
  return () => isInGroup;
}

/** Offsets of batches: committed behind the work, and before the partition is given up. */
class BatchOffsets {
  readonly committer: OffsetCommitter;
  /** Always of the newest batch: it knows the generation that we are in. */
  private commit: EachBatchPayload['commitOffsetsIfNecessary'] = () => Promise.resolve();

  constructor(onFailure: (error: unknown) => void) {
    this.committer = new OffsetCommitter((offsets) => this.commit({ topics: offsets.map(toTopicOffsets) }), onFailure);
  }

  async around({ commitOffsetsIfNecessary, isRunning }: EachBatchPayload, work: () => Promise<void>): Promise<void> {
    this.commit = commitOffsetsIfNecessary;
    let isDone = false;
    try {
      await work();
      isDone = true;
    } finally {
      if (!isDone || !isRunning()) await this.committer.flush();
    }
  }
}

const toTopicOffsets = ({ topic, partition, offset }: OffsetToCommit): TopicOffsets => ({
  topic,
  partitions: [{ partition, offset }],
});

const toBatch = (payload: EachBatchPayload, { committer }: BatchOffsets, heartbeatEveryMs: number): ReceivedBatch => {
  const { batch, resolveOffset, heartbeat, isRunning, isStale } = payload;
  const { topic, partition } = batch;
  return {
    topic,
    partition,
    heartbeatEveryMs,
    messages: batch.messages.map((message) => ({
      offset: message.offset,
      key: message.key?.toString() ?? '',
      value: message.value?.toString() ?? '',
    })),
    resolve: (offset) => {
      resolveOffset(offset);
      committer.note({ topic, partition, offset: String(BigInt(offset) + 1n) });
    },
    committed: () => committer.flush(),
    heartbeat,
    mayGoOn: () => isRunning() && !isStale(),
  };
};
