import { setTimeout as pause } from 'node:timers/promises';
import { type DynamicModule, Inject, Injectable, Module, type OnApplicationShutdown } from '@nestjs/common';
import type { Logger } from 'pino';
import type { CloudEvent } from '#contracts';
import { LOGGER, Settings } from '#platform';
import { parseCloudEvent } from '../cloud-event.js';
import { MessagingOptions, withDefaults } from '../messaging.options.js';
import { type EventConsumer, KafkaClient } from './kafka-client.js';

export interface TailListener {
  /** In order per subject. */
  onEvent(event: CloudEvent): void;
  /** From here on nothing is missed, until the next `onGap`. */
  onLive(): void;
  /** Events may be missed from here on, or have been. */
  onGap(): void;
}

const joinPauseMs = 1000;

/**
 * Watches everything that happens, for a process that keeps nothing (the gateway's live stream). No inbox, no effect, no promise but one: it
 * says when it may have missed something.
 */
@Injectable()
export class EventTail implements OnApplicationShutdown {
  private consumer: EventConsumer | null = null;
  private readonly stopping = new AbortController();
  private watching: Promise<void> = Promise.resolve();

  constructor(
    private readonly settings: Settings,
    private readonly options: MessagingOptions,
    private readonly kafka: KafkaClient,
    @Inject(LOGGER) private readonly log: Logger,
  ) {}

  /** Returns at once; the broker may be away for as long as it likes. Without brokers in the settings it never goes live. */
  start(listener: TailListener): void {
    if (this.settings.kafkaBrokers.length > 0) this.watching = this.watch(listener);
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopping.abort();
    await this.watching;
    await this.consumer?.disconnect();
  }

  private async watch(listener: TailListener): Promise<void> {
    while (!this.stopping.signal.aborted) {
      try {
        await this.kafka.ensureTopics();
        this.consumer = await this.kafka.tail(this.options.topics, {
          onMessage: (value) => {
            const event = parseCloudEvent(value);
            if (event) listener.onEvent(event);
          },
          onJoin: () => listener.onLive(),
          onCrash: (error) => {
            this.log.warn({ reason: error.message }, 'live updates interrupted');
            listener.onGap();
          },
          onDead: () => {
            this.consumer = null;
            this.watching = this.rest().then(() => this.watch(listener));
          },
        });
        return;
      } catch (error) {
        this.log.warn({ err: error }, 'live updates: the broker is not reachable yet');
        await this.rest();
      }
    }
  }

  private async rest(): Promise<void> {
    try {
      await pause(joinPauseMs, undefined, { signal: this.stopping.signal });
    } catch (error) {
      if ((error as { name?: unknown }).name !== 'AbortError') throw error;
    }
  }
}

/** For a process without a database. */
@Module({})
export class EventTailModule {
  static forRoot(options: Partial<MessagingOptions> & { service: string }): DynamicModule {
    return {
      module: EventTailModule,
      providers: [{ provide: MessagingOptions, useValue: withDefaults(options) }, KafkaClient, EventTail],
      exports: [EventTail],
    };
  }
}
