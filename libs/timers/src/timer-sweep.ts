import { Inject, Injectable } from '@nestjs/common';
import type { Logger } from 'pino';
import { Clock, LOGGER, Settings } from '#platform';
import { TimerAlarms } from './timer-alarms.js';
import { TimerFiring } from './timer-firing.js';
import { TimerQueries } from './timer.queries.js';

/** How often everything that is due is fired, alarm or no alarm: this alone is enough, and an alarm is only more punctual. */
const sweepEveryMs = 2000;
/** A clock that people can move is looked at often: tests and demonstrations wait for it. */
const watchEveryMs = 50;
/** More than the system's clock strays between two looks. */
const movedByMs = 500;

/** Fires what is due: at start, regularly, when an alarm rings, and when the clock was moved. */
@Injectable()
export class TimerSweep {
  private timers: NodeJS.Timeout[] = [];
  private running: Promise<void> | null = null;
  private isWanted = false;
  private isStopped = false;
  private seen = { clock: 0, uptime: 0 };

  constructor(
    private readonly settings: Settings,
    private readonly firing: TimerFiring,
    private readonly alarms: TimerAlarms,
    private readonly queries: TimerQueries,
    private readonly clock: Clock,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  start(): void {
    this.alarms.start(() => this.wake());
    this.timers.push(setInterval(() => this.wake(), sweepEveryMs));
    if (this.settings.clockFile !== null) {
      this.hasMoved();
      this.timers.push(setInterval(() => this.hasMoved() && this.wake(), watchEveryMs));
    }
    this.wake();
  }

  /** The sweep in hand is finished: its timer either had its effect or is still pending. */
  async stop(): Promise<void> {
    this.isStopped = true;
    for (const timer of this.timers) clearInterval(timer);
    await this.running;
    await this.alarms.stop();
  }

  /** Sweeps now, or once more when a sweep is running. */
  wake(): void {
    if (this.isStopped) return;
    this.isWanted = true;
    this.running ??= this.sweep().finally(() => (this.running = null));
  }

  private async sweep(): Promise<void> {
    while (this.isWanted && !this.isStopped) {
      this.isWanted = false;
      try {
        await this.firing.fireAll(() => !this.isStopped);
        await this.queries.counts(this.clock.now());
        await this.alarms.arm(await this.queries.comingUp(this.clock.now()));
      } catch (error) {
        this.logger.warn({ err: error }, 'the sweep of timers will try again');
      }
    }
  }

  private hasMoved(): boolean {
    const now = { clock: this.clock.now().getTime(), uptime: performance.now() };
    const stray = now.clock - this.seen.clock - (now.uptime - this.seen.uptime);
    this.seen = now;
    return Math.abs(stray) > movedByMs;
  }
}
