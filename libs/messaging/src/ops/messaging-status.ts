import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Parking } from '../failure/parking.js';
import { outboxAge, outboxSize, parkedNow } from '../metrics.js';
import { OutboxRelay } from '../outbox/outbox-relay.js';
import { EventTransport } from '../transport/event-transport.js';
import { MessagingOptions } from '../messaging.options.js';

export interface MessagingState {
  service: string;
  outbox: { size: number; oldestSeconds: number };
  parked: number;
  relay: 'leading' | 'standby';
  consumer: 'in its group' | 'joining';
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

  /** The gauges ask when somebody scrapes. */
  onModuleInit(): void {
    const refresh = async (): Promise<void> => {
      const { outbox, parked } = await this.read();
      outboxSize.set(outbox.size);
      outboxAge.set(outbox.oldestSeconds);
      parkedNow.set(parked);
    };
    Object.assign(parkedNow, { collect: refresh });
  }

  async read(): Promise<MessagingState> {
    const [row] = await this.dataSource.query<{ size: string; oldest: string | null }[]>(
      `select count(*) as size, extract(epoch from clock_timestamp() - min(created_at)) as oldest from outbox`,
    );
    return {
      service: this.options.service,
      outbox: { size: Number(row?.size ?? 0), oldestSeconds: Number(row?.oldest ?? 0) },
      parked: await this.parking.count(),
      relay: this.relay.leads ? 'leading' : 'standby',
      consumer: this.transport.isInGroup ? 'in its group' : 'joining',
    };
  }
}
