import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Parking } from '../failure/parking.js';
import { MessagingOptions } from '../messaging.options.js';
import { bindGauges, traffic } from '../metrics.js';
import { OutboxRelay, type RelayState } from '../outbox/outbox-relay.js';
import { type ConsumerState, EventTransport } from '../transport/event-transport.js';

export interface MessagingState {
  service: string;
  outbox: { size: number; oldestSeconds: number };
  parked: number;
  relay: RelayState;
  consumer: ConsumerState;
  /** Messages of our topics that are not settled yet; null when the broker cannot say or nothing is consumed. */
  lag: number | null;
  /** Topics with events that are handled here. */
  consumes: string[];
  /** Events since this process began, by topic. */
  sent: Record<string, number>;
  handled: Record<string, number>;
  lastHandledSecondsAgo: number | null;
}

@Injectable()
export class MessagingStatus implements OnModuleInit {
  constructor(
    private readonly dataSource: DataSource,
    private readonly parking: Parking,
    private readonly relay: OutboxRelay,
    private readonly transport: EventTransport,
    private readonly options: MessagingOptions,
  ) {}

  onModuleInit(): void {
    bindGauges(() => this.readDatabase());
  }

  async read(): Promise<MessagingState> {
    const [database, lag, counted] = await Promise.all([this.readDatabase(), this.transport.lag(), traffic()]);
    return {
      service: this.options.service,
      ...database,
      relay: this.relay.currentState,
      consumer: this.transport.currentState,
      lag,
      consumes: this.transport.topics,
      ...counted,
    };
  }

  private async readDatabase(): Promise<Pick<MessagingState, 'outbox' | 'parked'>> {
    const [row] = await this.dataSource.query<{ size: string; oldest: string | null }[]>(
      `select count(*) as size, extract(epoch from clock_timestamp() - min(created_at)) as oldest from outbox`,
    );
    return {
      outbox: { size: Number(row?.size ?? 0), oldestSeconds: Number(row?.oldest ?? 0) },
      parked: await this.parking.count(),
    };
  }
}
