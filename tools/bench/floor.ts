/** The least any such system can take: one PostgreSQL commit, then one `acks=all` produce until it is consumed. */
import { randomUUID } from 'node:crypto';
import { type Consumer, Kafka, logLevel, type Producer } from 'kafkajs';
import pg from 'pg';

export interface Floor {
  /** One round; milliseconds. */
  measure(): Promise<number>;
  close(): Promise<void>;
}

/** `payload` has the size of a typical event. Uses a table and a topic of its own, and removes both. */
export async function openFloor(options: { databaseUrl: string; brokers: string[]; payload: string }): Promise<Floor> {
  const table = `bench_floor_${Date.now()}`;
  const topic = `throughline.bench.${Date.now()}`;
  const database = new pg.Client({ connectionString: options.databaseUrl });
  await database.connect();
  await database.query(`create table ${table} (id uuid primary key, payload text not null)`);

  const kafka = new Kafka({ clientId: 'throughline-bench', brokers: options.brokers, logLevel: logLevel.NOTHING });
  const admin = kafka.admin();
  await admin.connect();
  await admin.createTopics({ topics: [{ topic, numPartitions: 1 }], waitForLeaders: true });
  const producer: Producer = kafka.producer({ idempotent: true, maxInFlightRequests: 1 });
  await producer.connect();
  const waiting = new Map<string, () => void>();
  const consumer = await consume(kafka, topic, (key) => waiting.get(key)?.());

  return {
    async measure() {
      const key = randomUUID();
      const arrived = new Promise<void>((resolve) => waiting.set(key, resolve));
      const start = performance.now();
      await database.query(`insert into ${table} (id, payload) values ($1, $2)`, [key, options.payload]);
      await producer.send({ topic, acks: -1, messages: [{ key, value: options.payload }] });
      await arrived;
      waiting.delete(key);
      return performance.now() - start;
    },
    async close() {
      await consumer.disconnect();
      await producer.disconnect();
      await admin.deleteTopics({ topics: [topic] });
      await admin.disconnect();
      await database.query(`drop table ${table}`);
      await database.end();
    },
  };
}

async function consume(kafka: Kafka, topic: string, onKey: (key: string) => void): Promise<Consumer> {
  const consumer = kafka.consumer({ groupId: topic, maxWaitTimeInMs: 100, minBytes: 1 });
  await consumer.connect();
  await consumer.subscribe({ topic, fromBeginning: true });
  const joined = new Promise<void>((resolve) => consumer.on(consumer.events.GROUP_JOIN, () => resolve()));
  await consumer.run({
    eachMessage: async ({ message }) => onKey(message.key?.toString() ?? ''),
  });
  await joined;
  return consumer;
}
