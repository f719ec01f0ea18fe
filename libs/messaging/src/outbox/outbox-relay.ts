import { Inject, Injectable } from '@nestjs/common';
import type { Logger } from 'pino';
import { DataSource } from 'typeorm';
import { HealthChecks, LOGGER, Settings } from '#platform';
import { KafkaClient, type EventProducer, type ProducedMessage } from '../transport/kafka-client.js';
import { outboxChannel, RelayLeader } from './relay-leader.js';
import { Waker } from './waker.js';
import { wakeAfterCommit } from './wake-after-commit.js';

const batchSize = 500;
/** Safety net under a lost wake-up; see the README. */
const pollMs = 250;
/** How long a standby waits before it tries to lead again, and a leader after a failure. */
const standbyPauseMs = 1000;

interface OutboxRow {
  number: string;
  aggregatetype: string;
  aggregateid: string;
  payload: string;
}

/**
 * Sends what the outbox holds: in number order, batch after batch, one request in flight, and deletes each row after the broker's
 * answer. A crash between answer and delete sends again; receivers do not care. One relay per database works, others stand by.
 */
@Injectable()
export class OutboxRelay {
  private readonly waker = new Waker();
  private running: Promise<void> | null = null;
  private isStopping = false;
  private state: 'starting' | 'leading' | 'standby' | 'failing' = 'starting';
  private stopWaking: () => void = () => undefined;

  constructor(
    private readonly settings: Settings,
    private readonly dataSource: DataSource,
    private readonly kafka: KafkaClient,
    health: HealthChecks,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {
    health.register('relay', () => (this.state === 'failing' || this.state === 'starting' ? `relay is ${this.state}` : undefined));
  }

  start(): void {
    this.stopWaking = wakeAfterCommit(this.dataSource, () => this.wake());
    this.running = this.run();
  }

  /** Finishes the batch in flight, then gives up leadership. */
  async stop(): Promise<void> {
    this.isStopping = true;
    this.stopWaking();
    this.waker.wake();
    await this.running;
  }

  get leads(): boolean {
    return this.state === 'leading';
  }

  private wake(): void {
    if (this.leads) this.waker.wake();
    else void this.dataSource.query(`select pg_notify('${outboxChannel}', '')`).catch(() => undefined); // the poll is the net
  }

  private async run(): Promise<void> {
    while (!this.isStopping) {
      try {
        await this.lead();
      } catch (error) {
        this.state = 'failing';
        if (!this.isStopping) this.logger.warn({ err: error }, 'relay interrupted; trying again');
      }
      if (!this.isStopping) await this.waker.sleep(standbyPauseMs);
    }
  }

  private async lead(): Promise<void> {
    const leader = await RelayLeader.tryBecome(this.settings.databaseUrl ?? '', () => this.waker.wake());
    if (!leader) {
      this.state = 'standby';
      return;
    }
    const producer = await this.kafka.producer().catch(async (error: unknown) => {
      await leader.resign();
      throw error;
    });
    let isLost = false;
    void leader.lost.then(() => {
      isLost = true;
      this.waker.wake();
    });
    try {
      this.state = 'leading';
      while (!this.isStopping && !isLost) {
        const sent = await this.sendBatch(leader, producer);
        if (sent < batchSize) await this.waker.sleep(pollMs);
      }
    } finally {
      await Promise.allSettled([producer.disconnect(), leader.resign()]);
    }
  }

  private async sendBatch(leader: RelayLeader, producer: EventProducer): Promise<number> {
    this.waker.forget(); // what was committed before this line is in the batch
    const rows = await leader.query<OutboxRow>(
      `select number, aggregatetype, aggregateid, payload from outbox order by number limit ${batchSize}`,
    );
    if (rows.length === 0) return 0;
    await producer.send(rows.map(toMessage));
    // One by one, never behind a high-water mark: a transaction that commits late keeps its row.
    await leader.query(`delete from outbox where number = any($1::bigint[])`, [rows.map((row) => row.number)]);
    return rows.length;
  }
}

const toMessage = (row: OutboxRow): ProducedMessage => ({ topic: row.aggregatetype, key: row.aggregateid, value: row.payload });
