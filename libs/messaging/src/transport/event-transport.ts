import { setTimeout as pause } from 'node:timers/promises';
import { Inject, Injectable } from '@nestjs/common';
import { type CustomTransportStrategy, type MessageHandler, Server } from '@nestjs/microservices';
import type { Logger } from 'pino';
import { findEvent } from '#contracts';
import { HealthChecks, LOGGER, Settings } from '#platform';
import { BatchWorker } from './batch-worker.js';
import { EventHandling } from './event-handling.js';
import { type EventConsumer, KafkaClient } from './kafka-client.js';
import type { OnEventExtras } from './on-event.js';

/** Joining waits for the broker for as long as it takes. */
const joinPauseMs = 1000;
/** The broker may be away when we stop; the group forgets us by itself then. */
const leaveLimitMs = 5000;

export type ConsumerState = 'off' | 'joining' | 'in its group';

/** Feeds `@OnEvent` handlers from Kafka. Nest sees an ordinary transport, so guards, pipes and interceptors work as ever. */
@Injectable()
export class EventTransport extends Server implements CustomTransportStrategy {
  /** Nest must leave a handler's failure to us. */
  override readonly propagatesEventHandlerErrors = true;
  private consumer: EventConsumer | null = null;
  private readonly stopping = new AbortController();
  private joining: Promise<void> = Promise.resolve();
  private closing: Promise<void> | null = null;
  private isListening = false;

  constructor(
    private readonly settings: Settings,
    private readonly kafka: KafkaClient,
    private readonly handling: EventHandling,
    private readonly worker: BatchWorker,
    health: HealthChecks,
    @Inject(LOGGER) private readonly log: Logger,
  ) {
    super();
    health.register('consumer', () =>
      this.currentState === 'joining' ? 'the consumer is not in its group' : undefined,
    );
  }

  override addHandler(
    pattern: unknown,
    handler: MessageHandler,
    isEventHandler = false,
    extras: OnEventExtras = {},
  ): void {
    const type = String(pattern);
    const definition = extras.definition ?? findEvent(type);
    if (!definition || !isEventHandler)
      throw new Error(`${type} is not an event of the contracts: declare its handler with @OnEvent`);
    this.handling.addHandler(definition, handler);
  }

  /** Returns at once; readiness says when the consumer is in its group. A service without handlers joins none. */
  listen(callback: () => void): void {
    if (this.settings.kafkaBrokers.length > 0 && this.handling.topics.length > 0) {
      this.isListening = true;
      this.joining = this.join();
    }
    callback();
  }

  /** Lets running transactions finish, commits their offsets, then leaves the group; at most five seconds. */
  close(): Promise<void> {
    this.closing ??= Promise.race([this.leave(), pause(leaveLimitMs, undefined, { ref: false })]);
    return this.closing;
  }

  get currentState(): ConsumerState {
    if (!this.isListening) return 'off';
    return this.consumer?.isInGroup() ? 'in its group' : 'joining';
  }

  get topics(): string[] {
    return this.handling.topics;
  }

  /** Messages not settled yet; null when the broker cannot say. */
  async lag(): Promise<number | null> {
    if (!this.isListening) return null;
    try {
      return await this.kafka.lag(this.handling.topics);
    } catch (error) {
      this.log.debug({ err: error }, 'the broker did not tell the lag');
      return null;
    }
  }

  on(): never {
    throw new Error('this transport has no client events');
  }

  unwrap<T>(): T {
    return this.kafka as T;
  }

  private async leave(): Promise<void> {
    this.stopping.abort();
    this.worker.stop();
    await this.joining;
    await this.consumer?.disconnect();
    this.isListening = false;
  }

  private async join(): Promise<void> {
    while (!this.stopping.signal.aborted) {
      try {
        await this.kafka.ensureTopics();
        this.consumer = await this.kafka.consumer(this.handling.topics, {
          onBatch: (batch) => this.worker.work(batch),
          onJoin: () => this.worker.joined(),
          onCrash: (error) => this.log.warn({ reason: error.message }, 'consumer interrupted; joining again'),
          onDead: () => this.joinAnew(),
        });
        return;
      } catch (error) {
        this.log.warn({ err: error }, 'the broker is not reachable yet');
        await this.pauseBeforeJoining();
      }
    }
  }

  private joinAnew(): void {
    this.consumer = null;
    this.joining = this.pauseBeforeJoining().then(() => this.join());
  }

  private async pauseBeforeJoining(): Promise<void> {
    try {
      await pause(joinPauseMs, undefined, { signal: this.stopping.signal });
    } catch (error) {
      if ((error as { name?: unknown }).name !== 'AbortError') throw error;
    }
  }
}
