import {
  type BeforeApplicationShutdown,
  type DynamicModule,
  Global,
  Module,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { EVENT_TRANSPORT, Settings } from '#platform';
import { Parking } from './failure/parking.js';
import { Replay } from './failure/replay.js';
import { StartedAttempts } from './failure/started-attempts.js';
import { InboxRetention } from './inbox/inbox-retention.js';
import { MessagingOptions, withDefaults } from './messaging.options.js';
import { MessagingOpsController } from './ops/messaging-ops.controller.js';
import { MessagingStatus } from './ops/messaging-status.js';
import { OutboxRelay } from './outbox/outbox-relay.js';
import { Outbox } from './outbox/outbox.js';
import { BatchWorker } from './transport/batch-worker.js';
import { EventHandling } from './transport/event-handling.js';
import { EventTransport } from './transport/event-transport.js';
import { KafkaClient } from './transport/kafka-client.js';
import { MessageWork } from './transport/message-work.js';

/** Gives a service its `Outbox` and feeds its `@OnEvent` handlers. Without brokers in the settings neither sends nor receives. */
@Global()
@Module({})
export class MessagingModule implements OnApplicationBootstrap, BeforeApplicationShutdown {
  constructor(
    private readonly settings: Settings,
    private readonly relay: OutboxRelay,
    private readonly transport: EventTransport,
    private readonly retention: InboxRetention,
  ) {}

  /** `service` is consumer group, inbox name and event source in one. The rest is for tests that share a broker. */
  static forRoot(options: Partial<MessagingOptions> & { service: string }): DynamicModule {
    return {
      module: MessagingModule,
      controllers: [MessagingOpsController],
      providers: [
        { provide: MessagingOptions, useValue: withDefaults(options) },
        KafkaClient,
        Outbox,
        OutboxRelay,
        InboxRetention,
        Parking,
        StartedAttempts,
        Replay,
        EventHandling,
        MessageWork,
        BatchWorker,
        EventTransport,
        { provide: EVENT_TRANSPORT, useExisting: EventTransport },
        MessagingStatus,
      ],
      exports: [Outbox],
    };
  }

  onApplicationBootstrap(): void {
    if (this.settings.kafkaBrokers.length === 0) return;
    this.relay.start();
    this.retention.start();
  }

  /** Before connections are closed: messages in hand are finished, then what they (and everybody) committed still goes out. */
  async beforeApplicationShutdown(): Promise<void> {
    this.retention.stop();
    await this.transport.close();
    await this.relay.stop();
  }
}
