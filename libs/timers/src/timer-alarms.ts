import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { Inject, Injectable } from '@nestjs/common';
import { Queue, Worker } from 'bullmq';
import { Redis } from 'ioredis';
import type { Logger } from 'pino';
import { Clock, LOGGER, Settings } from '#platform';
import type { Alarm } from './timer.queries.js';

/** Its absence says that Redis was emptied: what was armed is gone. */
const armedMark = 'armed';
const mostPatienceMs = 2000;

/**
 * Delayed jobs that ring when a timer is due, to the second instead of to the sweep. A job carries nothing and does nothing but wake the
 * sweep: lost, doubled or stale ones do no harm. Without Redis in the settings, or with Redis away, the sweep does without.
 */
@Injectable()
export class TimerAlarms {
  private redis: Redis | null = null;
  private connections: Redis[] = [];
  private queue: Queue | null = null;
  private worker: Worker | null = null;
  private armed = new Set<string>();

  constructor(
    private readonly settings: Settings,
    private readonly clock: Clock,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  start(ring: () => void): void {
    const { redisUrl } = this.settings;
    if (redisUrl === null) return;
    this.redis = this.connect(redisUrl);
    this.queue = new Queue(this.queueName, { connection: this.redis });
    this.worker = new Worker(this.queueName, () => Promise.resolve(ring()), { connection: this.connect(redisUrl) });
    const onError = (error: Error): void => this.wait(error);
    this.queue.on('error', onError);
    this.worker.on('error', onError);
  }

  /** Arms what is not armed yet. Redis away is an ordinary day. */
  arm(alarms: readonly Alarm[]): Promise<void> {
    return this.withRedis(async (redis, queue) => {
      if ((await redis.exists(this.markName)) === 0) this.armed.clear();
      const fresh = alarms.map((alarm) => ({ ...alarm, id: idOf(alarm) })).filter(({ id }) => !this.armed.has(id));
      await queue.addBulk(fresh.map((alarm) => this.jobOf(alarm)));
      await redis.set(this.markName, 'yes');
      this.armed = new Set(alarms.map(idOf));
    });
  }

  /** Forgets what is armed; the next sweep arms everything anew. */
  rebuild(): Promise<void> {
    this.armed.clear();
    return this.withRedis((_, queue) => queue.obliterate({ force: true }));
  }

  async stop(): Promise<void> {
    await atMost(mostPatienceMs, Promise.allSettled([this.worker?.close(true), this.queue?.close()])).catch((error) =>
      this.wait(error),
    );
    for (const connection of this.connections) connection.disconnect();
  }

  /** Nobody waits for Redis: a command on a line that is cut would wait until it is mended. */
  private async withRedis(work: (redis: Redis, queue: Queue) => Promise<void>): Promise<void> {
    if (this.queue === null || this.redis?.status !== 'ready') return;
    try {
      await atMost(mostPatienceMs, work(this.redis, this.queue));
    } catch (error) {
      this.wait(error);
    }
  }

  private wait(error: unknown): void {
    this.logger.debug({ err: error }, 'timer alarms wait for Redis');
  }

  private get queueName(): string {
    return `timers-${this.settings.service}`;
  }

  private get markName(): string {
    return `throughline:${this.queueName}:${armedMark}`;
  }

  private jobOf({ id, dueAt }: Alarm & { id: string }) {
    const delay = Math.max(0, dueAt.getTime() - this.clock.now().getTime());
    return { name: 'alarm', data: {}, opts: { jobId: id, delay, removeOnComplete: true, removeOnFail: true } };
  }

  private connect(url: string): Redis {
    const redis = new Redis(url, { maxRetriesPerRequest: null });
    redis.on('error', (error) => this.wait(error));
    this.connections.push(redis);
    return redis;
  }
}

/** The same alarm of two instances is one job. */
const idOf = ({ key, dueAt }: Alarm): string =>
  createHash('sha256').update(`${key} ${dueAt.getTime()}`).digest('hex').slice(0, 32);

async function atMost(ms: number, work: Promise<unknown>): Promise<void> {
  const gaveUp = new AbortController();
  const limit = pause(ms, undefined, { ref: false, signal: gaveUp.signal }).then(() => {
    throw new Error(`Redis did not answer within ${ms} ms`);
  });
  limit.catch(() => undefined);
  await Promise.race([work, limit]).finally(() => gaveUp.abort());
}
