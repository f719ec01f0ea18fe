import { type ChildProcess, fork } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type Admin, Kafka, logLevel, type Producer } from 'kafkajs';
import pg from 'pg';
import type { OutgoingEvent } from '#contracts';
import { createTestDatabase } from '#platform/testing';
import { MessagingTables1767225513000 } from '../../src/schema/messaging-tables.migration.js';
import type { ChildOptions } from './child.js';
import { toMessage } from './envelopes.js';
import { type Instance, type InstanceOptions, startInstance } from './instance.js';
import { BenchTables1767225600001 } from './steps.js';

/** One database and one set of topics on real servers, for the instances of one test file. */
export interface Bench {
  topic: string;
  databaseUrl: string;
  /** In this process. */
  start(options?: Partial<InstanceOptions>): Promise<Instance>;
  /** In a process of its own. */
  spawn(options: Partial<ChildOptions>): Child;
  /** Straight onto the topic, past every outbox. Give ids to repeat events. */
  produce(events: readonly OutgoingEvent[], ids?: readonly string[]): Promise<void>;
  produceRaw(messages: readonly { key: string; value: string }[]): Promise<void>;
  query<Row extends pg.QueryResultRow>(sql: string, values?: unknown[]): Promise<Row[]>;
  /** The steps that took effect for a key, in the order of their effect. */
  effects(key: string): Promise<number[]>;
  /** Resolves when it is so; asks again after every commit of anybody that changed something. */
  until(isSo: () => Promise<boolean>): Promise<void>;
  untilEffects(key: string, count: number): Promise<number[]>;
  untilParked(key: string, count: number): Promise<void>;
  close(): Promise<void>;
}

export interface Child {
  process: ChildProcess;
  running: Promise<void>;
  /** Resolves with the signal that ended it. */
  ended: Promise<NodeJS.Signals | null>;
  kill(): void;
}

/** Named by its migrations, so that new ones make a new template. */
const template = `throughline_template_messaging_${MessagingTables1767225513000.name.slice(-13)}_${BenchTables1767225600001.name.slice(-13)}`;
const brokers = (): string => {
  const value = process.env['KAFKA_BROKERS'];
  if (!value) throw new Error('KAFKA_BROKERS is not set: run the tests through `npm test` or `npm run test:only`');
  return value;
};

export async function openBench(): Promise<Bench> {
  const topicPrefix = `test-${randomBytes(5).toString('hex')}.`;
  const defaults = (databaseUrl: string): InstanceOptions => ({ databaseUrl, topicPrefix, brokers: brokers() });
  const database = await createTestDatabase({
    name: template,
    prepare: async (url) => (await startInstance({ ...defaults(url), brokers: '' })).close(),
  });
  const client = new pg.Client({ connectionString: database.url, application_name: 'bench' });
  await client.connect();
  await client.query('listen bench');
  const pool = new pg.Pool({ connectionString: database.url, application_name: 'bench', max: 3 });
  const kafka = await openKafka(`${topicPrefix}throughline.plan.v1`);
  const opened: (() => Promise<void>)[] = [];

  const query: Bench['query'] = async (sql, values = []) => (await pool.query(sql, values)).rows as never;
  const effects = async (key: string): Promise<number[]> =>
    (await query<{ step: number }>(`select step from effect where key = $1 order by number`, [key])).map(
      (row) => row.step,
    );
  const until = untilOn(client);
  return {
    topic: kafka.topic,
    databaseUrl: database.url,
    query,
    effects,
    until,
    async untilEffects(key, count) {
      await until(async () => (await effects(key)).length >= count);
      return effects(key);
    },
    untilParked: (key, count) =>
      until(
        async () =>
          (await query(`select 1 from parked_message where key = $1 and state = 'parked'`, [key])).length >= count,
      ),
    async start(options = {}) {
      const instance = await startInstance({ ...defaults(database.url), ...options });
      opened.push(() => instance.close());
      return instance;
    },
    spawn(options) {
      const child = spawnChild({ ...defaults(database.url), ...options });
      opened.push(async () => child.kill());
      return child;
    },
    produce: (events, ids = []) => kafka.produce(events.map((event, at) => toMessage(event, ids[at]))),
    produceRaw: (messages) => kafka.produce(messages),
    async close() {
      await Promise.all(opened.map((close) => close()));
      await Promise.all([client.end(), pool.end()]);
      await kafka.close();
      await database.drop();
    },
  };
}

function untilOn(client: pg.Client): Bench['until'] {
  return (isSo) =>
    new Promise((resolve, reject) => {
      let isChecking = false;
      let isAgain = false;
      const end = (settle: () => void): void => {
        client.off('notification', check);
        settle();
      };
      const checkOnce = async (): Promise<void> => {
        do {
          isAgain = false;
          if (await isSo()) return end(resolve);
        } while (isAgain);
      };
      const check = (): void => {
        isAgain = true;
        if (isChecking) return;
        isChecking = true;
        checkOnce()
          .catch((error: unknown) => end(() => reject(error as Error)))
          .finally(() => (isChecking = false));
      };
      client.on('notification', check);
      check();
    });
}

interface BenchKafka {
  topic: string;
  produce(messages: readonly { key: string; value: string }[]): Promise<void>;
  close(): Promise<void>;
}

async function openKafka(topic: string): Promise<BenchKafka> {
  const kafka = new Kafka({ clientId: 'bench', brokers: brokers().split(','), logLevel: logLevel.NOTHING });
  const admin = kafka.admin();
  await admin.connect();
  await createTopic(admin, topic);
  const producer: Producer = kafka.producer({ idempotent: true, maxInFlightRequests: 1 });
  await producer.connect();
  return {
    topic,
    produce: async (messages) => void (await producer.send({ topic, acks: -1, messages: [...messages] })),
    async close() {
      await producer.disconnect();
      await admin.deleteTopics({ topics: [topic] });
      await admin.disconnect();
    },
  };
}

/** A broker that has just made a topic may say for a moment that there is none. */
async function createTopic(admin: Admin, topic: string): Promise<void> {
  await admin.createTopics({ topics: [{ topic, numPartitions: 6 }], waitForLeaders: false });
  for (let asked = 1; ; asked += 1) {
    try {
      const { topics } = await admin.fetchTopicMetadata({ topics: [topic] });
      if (topics[0]?.partitions.length === 6 && topics[0].partitions.every(({ leader }) => leader >= 0)) return;
    } catch (error) {
      if (asked >= 50) throw error;
    }
    await pause(20);
  }
}

function spawnChild(options: ChildOptions): Child {
  const folder = import.meta.dirname;
  const process = fork(join(folder, 'child.ts'), [JSON.stringify(options)], {
    execArgv: ['--import', join(folder, 'typescript.mjs')],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  return {
    process,
    running: once(process, 'message').then(() => undefined),
    ended: once(process, 'exit').then(([, signal]) => signal as NodeJS.Signals | null),
    kill: () => void process.kill('SIGKILL'),
  };
}
