import { Inject, Injectable } from '@nestjs/common';
import { type CustomTransportStrategy, type MessageHandler, Server } from '@nestjs/microservices';
import type { Logger } from 'pino';
import { HealthChecks, LOGGER, Settings } from '#platform';
import { BatchWorker } from './batch-worker.js';
import { EventHandling } from './event-handling.js';
import { type EventConsumer, KafkaClient } from './kafka-client.js';

/** Joining waits for the broker for as long as it takes. */
const joinPauseMs = 1000;

/** Feeds `@OnEvent` handlers from Kafka. Nest sees an ordinary transport, so guards, pipes and interceptors work as ever. */
@Injectable()
export class EventTransport extends Server implements CustomTransportStrategy {
  /** Nest must leave a handler's failure to us. */
  override readonly propagatesEventHandlerErrors = true;
  private consumer: EventConsumer | null = null;
  private isStopping = false;
  private joining: Promise<void> = Promise.resolve();

  constructor(
    private readonly settings: Settings,
    private readonly kafka: KafkaClient,
    private readonly handling: EventHandling,
    private readonly worker: BatchWorker,
    health: HealthChecks,
    @Inject(LOGGER) private readonly log: Logger,
  ) {
    super();
    if (settings.kafkaBrokers.length > 0) {
      health.register('consumer', () => (this.consumer?.isInGroup() ? undefined : 'the consumer is not in its group'));
    }
  }

  override addHandler(pattern: unknown, handler: MessageHandler): void {
    this.handling.addHandler(String(pattern), handler);
  }

  /** Returns at once; readiness says when the consumer is in its group. */
  listen(callback: () => void): void {
    if (this.settings.kafkaBrokers.length > 0) this.joining = this.join();
    callback();
  }

  /** Lets running transactions finish, then leaves the group. */
  async close(): Promise<void> {
    this.isStopping = true;
    await this.joining;
    await this.consumer?.disconnect();
  }

  get isInGroup(): boolean {
    return this.consumer?.isInGroup() ?? false;
  }

  on(): never {
    throw new Error('this transport has no client events');
  }

  unwrap<T>(): T {
    return this.kafka as T;
  }

  private async join(): Promise<void> {
    while (!this.isStopping) {
      try {
        await this.kafka.ensureTopics();
        this.consumer = await this.kafka.consumer(
          (batch) => this.worker.work(batch),
          (error) => this.log.warn({ err: error }, 'consumer interrupted; joining again'),
        );
        return;
      } catch (error) {
        this.log.warn({ err: error }, 'the broker is not reachable yet');
        await new Promise((resolve) => setTimeout(resolve, joinPauseMs));
      }
    }
  }
}
