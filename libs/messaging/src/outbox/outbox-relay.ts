import { setTimeout as pause } from 'node:timers/promises';
import { Inject, Injectable } from '@nestjs/common';
import type { Logger } from 'pino';
import { DataSource } from 'typeorm';
import { HealthChecks, LOGGER, Settings } from '#platform';
import { eventsSent } from '../metrics.js';
import { type EventProducer, KafkaClient, type ProducedMessage } from '../transport/kafka-client.js';
import { RelayBatches } from './relay-batches.js';
import { outboxChannel, RelayLeader } from './relay-leader.js';
import { wakeAfterCommit } from './wake-after-commit.js';
import { Waker } from './waker.js';

/** Safety net under a lost wake-up; see the README. */
const pollMs = 250;
/** How long a standby waits before it tries to lead again, and a leader after a failure. */
const standbyPauseMs = 500;
/** A broker that is away must not hold up a shutdown: what is not sent stays in the outbox. */
const stopLimitMs = 3000;
/** A broker that takes longer is as good as away. */
const answerLimitMs = 5000;

export type RelayState = 'off' | 'starting' | 'leading' | 'standby' | 'failing';

/**
 * Sends what the outbox holds: in number order, batch after batch, one request in flight, and deletes each row after the broker's
 * answer. A crash between answer and delete sends again; receivers do not care. One relay per database works, others stand by.
 */
@Injectable()
export class OutboxRelay {
  private readonly waker = new Waker();
  private running: Promise<void> | null = null;
  private isStopping = false;
  private isNotifying = false;
  private state: RelayState = 'off';
  private sendingSince: number | null = null;
  private stopWaking: () => void = () => undefined;

  constructor(
    private readonly settings: Settings,
    private readonly dataSource: DataSource,
    private readonly kafka: KafkaClient,
    health: HealthChecks,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {
    health.register('relay', () => this.trouble());
  }

  start(): void {
    this.state = 'starting';
    this.stopWaking = wakeAfterCommit(this.dataSource, () => this.wake());
    this.running = this.run();
  }

  /** Sends what is committed by now, then gives up leadership; at most three seconds. */
  async stop(): Promise<void> {
    this.isStopping = true;
    this.stopWaking();
    this.waker.wake();
    if (this.running) await Promise.race([this.running, pause(stopLimitMs, undefined, { ref: false })]);
    this.state = 'off';
  }

  get currentState(): RelayState {
    return this.isHanging ? 'failing' : this.state;
  }

  private trouble(): string | undefined {
    if (this.isHanging) return `the broker has not answered for ${answerLimitMs / 1000} s`;
    return this.state === 'failing' || this.state === 'starting' ? `relay is ${this.state}` : undefined;
  }

  private get isHanging(): boolean {
    return this.sendingSince !== null && performance.now() - this.sendingSince > answerLimitMs;
  }

  private wake(): void {
    if (this.state === 'leading') this.waker.wake();
    else void this.notifyLeader();
  }

  /** Outside the business transaction (a NOTIFY inside serializes commits), and one at a time: that is what debounces it. */
  private async notifyLeader(): Promise<void> {
    if (this.isNotifying) return;
    this.isNotifying = true;
    try {
      await this.dataSource.query(`select pg_notify('${outboxChannel}', '')`);
    } catch (error) {
      this.logger.debug({ err: error }, 'the leader was not notified; its poll will find the events');
    } finally {
      this.isNotifying = false;
    }
  }

  private async run(): Promise<void> {
    while (!this.isStopping) {
      try {
        await this.lead();
      } catch (error) {
        this.state = 'failing';
        if (!this.isStopping) this.logger.warn({ err: error }, 'relay interrupted; trying again');
      }
      this.waker.forget();
      if (!this.isStopping) await this.waker.sleep(standbyPauseMs);
    }
  }

  private async lead(): Promise<void> {
    const leader = await RelayLeader.tryBecome(this.settings.databaseUrl ?? '', () => this.waker.wake());
    if (!leader) {
      this.state = 'standby';
      return;
    }
    try {
      await this.kafka.ensureTopics();
      const producer = await this.kafka.producer();
      try {
        await this.sendUntilTold(leader, producer);
      } finally {
        await producer.disconnect();
      }
    } finally {
      await leader.resign();
    }
  }

  private async sendUntilTold(leader: RelayLeader, producer: EventProducer): Promise<void> {
    let isLost = false;
    void leader.lost.then(() => {
      isLost = true;
      this.waker.wake();
    });
    const batches = new RelayBatches(leader, (messages) => this.send(producer, messages));
    this.state = 'leading';
    while (!isLost) {
      const isLastRound = this.isStopping;
      this.waker.forget(); // what was committed before this line is in the batch
      const hasMore = await batches.sendNext();
      if (hasMore) continue;
      if (isLastRound) return;
      await this.waker.sleep(pollMs);
    }
    throw new Error('the database session that leads was lost');
  }

  private async send(producer: EventProducer, messages: readonly ProducedMessage[]): Promise<void> {
    this.sendingSince = performance.now();
    try {
      await producer.send(messages);
      for (const { topic } of messages) eventsSent.inc({ topic });
    } finally {
      this.sendingSince = null;
    }
  }
}
