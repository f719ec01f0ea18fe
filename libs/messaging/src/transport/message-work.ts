import { setTimeout as pause } from 'node:timers/promises';
import { Inject, Injectable } from '@nestjs/common';
import type { Logger } from 'pino';
import type { CloudEvent } from '#contracts';
import { LOGGER } from '#platform';
import { failureKind } from '../failure/failure-kind.js';
import { Parking, type RawMessage } from '../failure/parking.js';
import { pauseAfterTry, pauseForTheWorld, startsBeforeParking, triesBeforeParking } from '../failure/retry-schedule.js';
import { StartedAttempts } from '../failure/started-attempts.js';
import { eventsFailed, eventsParked, waitsForTheWorld } from '../metrics.js';
import { EventHandling, type Incoming } from './event-handling.js';
import { Permits } from './permits.js';

/** Messages in hand at once in this process. Below the connections of the pool, so that requests of people find one, too. */
const concurrentMessages = 8;

/** The batch was taken away, or we stop: what is not resolved comes again to whoever has the partition next. */
export class LeftToOthers extends Error {}

/** Whether it is time to leave a batch; `signal` ends pauses early. */
export interface Leave {
  now(): boolean;
  signal: AbortSignal;
}

/** By event id: may have been in hand when a process died (key is there), and was started then without an end (true). */
export type Suspects = ReadonlyMap<string, boolean>;

/** Brings one message to its end: effect, or parking; waiting as long as the world is down. */
@Injectable()
export class MessageWork {
  private readonly permits = new Permits(concurrentMessages);

  constructor(
    private readonly handling: EventHandling,
    private readonly parking: Parking,
    private readonly attempts: StartedAttempts,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  async suspectsAmong(events: readonly (CloudEvent | null)[], leave: Leave): Promise<Suspects> {
    const ids = events.flatMap((event) => (event && this.handling.handles(event.type) ? [event.id] : []));
    if (ids.length === 0) return new Map();
    const unfinished = await this.whenTheWorldIsUp(leave, () => this.attempts.unfinished(ids));
    return new Map(ids.map((id) => [id, unfinished.has(id)]));
  }

  parkUnreadable(raw: RawMessage, leave: Leave): Promise<void> {
    return this.whenTheWorldIsUp(leave, () => this.park(raw, 'the envelope cannot be read', 1));
  }

  /** All of them in one transaction, when nothing goes wrong. False: none is settled; finish them one by one. */
  async finishTogether(run: readonly Incoming[]): Promise<boolean> {
    try {
      await this.permits.run(() => this.handling.handleRun(run));
      return true;
    } catch (error) {
      this.logger.debug({ err: error, events: run.length }, 'not all of a run can be handled; one by one now');
      return false;
    }
  }

  async finish({ event, raw }: Incoming, { leave, suspects }: { leave: Leave; suspects: Suspects }): Promise<void> {
    const wasStarted = suspects.get(event.id);
    const handle =
      wasStarted === undefined ? () => this.handleWatched(event, raw) : () => this.handleCounted(event, raw);
    for (let tried = 1; ; tried += 1) {
      // One that was in hand when a process died runs alone: should it kill this one too, no other message gets the blame.
      const error = await this.whenTheWorldIsUp(leave, () =>
        wasStarted ? this.permits.alone(handle) : this.permits.run(handle),
      );
      if (error === null) return;
      eventsFailed.inc({ type: event.type });
      this.logger.warn({ err: error.cause, eventId: event.id, type: event.type, tried }, 'event could not be handled');
      if (tried >= triesBeforeParking)
        return this.whenTheWorldIsUp(leave, () => this.park(raw, describe(error.cause), tried));
      await this.pause(pauseAfterTry(tried), leave);
    }
  }

  /** Null: settled. Throws only when the world is down. */
  private async handleWatched(event: CloudEvent, raw: RawMessage): Promise<{ cause: unknown } | null> {
    try {
      await this.handling.handle(event, raw);
      return null;
    } catch (error) {
      if (failureKind(error) === 'world') throw error;
      return { cause: error };
    }
  }

  private async handleCounted(event: CloudEvent, raw: RawMessage): Promise<{ cause: unknown } | null> {
    const started = await this.attempts.count(event.id);
    if (started > startsBeforeParking) {
      await this.park(
        raw,
        `the process died ${startsBeforeParking} times while this was being handled`,
        startsBeforeParking,
      );
      await this.attempts.forget(event.id);
      return null;
    }
    try {
      return await this.handleWatched(event, raw);
    } finally {
      // It ended, one way or the other, with the process alive.
      await this.attempts.forget(event.id);
    }
  }

  private async whenTheWorldIsUp<T>(leave: Leave, work: () => Promise<T>): Promise<T> {
    for (let waited = 1; ; waited += 1) {
      try {
        return await work();
      } catch (error) {
        if (failureKind(error) !== 'world') throw error;
        waitsForTheWorld.inc();
        this.logger.warn({ err: error, waited }, 'waiting for the database');
        await this.pause(pauseForTheWorld(waited), leave);
      }
    }
  }

  private async pause(ms: number, leave: Leave): Promise<void> {
    try {
      await pause(ms, undefined, { signal: leave.signal });
    } catch (error) {
      if ((error as { name?: unknown }).name !== 'AbortError') throw error;
    }
    if (leave.now()) throw new LeftToOthers();
  }

  private async park(raw: RawMessage, error: string, tries: number): Promise<void> {
    if (!(await this.parking.parkFailed(raw, error, tries))) return;
    eventsParked.inc({ type: raw.type ?? 'unreadable' });
    this.logger.error(
      { eventId: raw.eventId, type: raw.type, topic: raw.topic, tries },
      'event parked; later ones of its key wait behind it',
    );
  }
}

const describe = (error: unknown): string => (error instanceof Error ? (error.stack ?? error.message) : String(error));
