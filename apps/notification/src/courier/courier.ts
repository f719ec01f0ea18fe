import { setTimeout as pause } from 'node:timers/promises';
import { type BeforeApplicationShutdown, Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import type { Logger } from 'pino';
import { LOGGER, Settings } from '#platform';
import { ClaimDeliveries } from './claim-deliveries.js';
import type { Consignment } from './consignment.js';
import { CourierWork } from './courier-work.js';
import { attempts, attemptSeconds } from './metrics.js';
import { Senders } from './senders.js';

/** How often it looks for work, alarm or no alarm. */
const lookEveryMs = 500;
const pauseMs = 20;
/** Of all endpoints together. */
const mostInHand = 64;

/**
 * Carries messages to channels that leave the house. Nothing is sent inside a transaction: one takes a message in hand, another one writes
 * down how it went. Whoever dies in between leaves a lease that runs out, and the message is sent again under the same id.
 */
@Injectable()
export class Courier implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly inHand = new Set<Promise<void>>();
  private timer: NodeJS.Timeout | null = null;
  private running: Promise<void> | null = null;
  private isStopped = false;
  private ring: () => void = () => undefined;

  constructor(
    private readonly claims: ClaimDeliveries,
    private readonly senders: Senders,
    private readonly work: CourierWork,
    private readonly settings: Settings,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  onApplicationBootstrap(): void {
    // A process without brokers (a test) sends only when it is told to.
    if (this.settings.kafkaBrokers.length === 0) return;
    this.timer = setInterval(() => this.wake(), lookEveryMs);
    this.wake();
  }

  /** Attempts in hand are finished: how they went is known. */
  async beforeApplicationShutdown(): Promise<void> {
    this.isStopped = true;
    if (this.timer) clearInterval(this.timer);
    this.ring();
    await this.running;
    await Promise.allSettled(this.inHand);
  }

  wake(): void {
    if (this.isStopped) return;
    this.ring();
    this.running ??= this.runDue()
      .catch((error: unknown) => this.logger.warn({ err: error }, 'the courier will try again'))
      .finally(() => (this.running = null));
  }

  /** Sends until nothing is due and nothing is in hand. */
  async runDue(): Promise<void> {
    await this.work.sweep();
    while (!this.isStopped) {
      const wasInHand = this.inHand.size;
      const claimed = this.inHand.size < mostInHand ? await this.claims.next() : null;
      for (const consignment of claimed ?? []) this.start(consignment);
      // Somebody else has the rows at this moment.
      if (claimed?.length === 0) await pause(pauseMs);
      if (claimed !== null) continue;
      // What ended during the look may have made room.
      if (wasInHand === 0) return;
      if (this.inHand.size === 0) continue;
      // Another endpoint's message must not wait for a slow one.
      await Promise.race([...this.inHand, new Promise<void>((resolve) => (this.ring = resolve))]);
    }
  }

  private start(consignment: Consignment): void {
    const attempt = this.attempt(consignment)
      .catch((error: unknown) => {
        this.logger.error({ err: error, endpoint: consignment.endpoint.id }, 'an attempt could not be written down');
      })
      .finally(() => this.inHand.delete(attempt));
    this.inHand.add(attempt);
  }

  private async attempt(consignment: Consignment): Promise<void> {
    const outcome = await this.senders.send(consignment);
    const labels = { channel: consignment.endpoint.kind, outcome: outcome.verdict };
    attempts.inc(labels);
    attemptSeconds.observe({ channel: consignment.endpoint.kind }, outcome.durationMs / 1000);
    await this.work.record(consignment, outcome);
  }
}
