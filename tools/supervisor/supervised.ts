import { setTimeout as pause } from 'node:timers/promises';
import type { GuardedProcess } from '../embedded/processes.ts';
import { printNotice } from './output.ts';

const firstPauseMs = 500;
const longestPauseMs = 30_000;
/** A process that lived that long starts with the shortest pause again. */
const soundAfterMs = 30_000;

/** One process that is kept running: when it ends by itself, it is started again after a growing pause. */
export class Supervised {
  readonly name: string;
  private readonly launch: () => Promise<GuardedProcess>;
  private readonly onChange: () => void;
  private current: GuardedProcess | undefined;
  private isWanted = false;
  private pauseMs = firstPauseMs;
  /** How often it ended by itself. */
  crashes = 0;

  constructor(name: string, launch: () => Promise<GuardedProcess>, onChange: () => void) {
    this.name = name;
    this.launch = launch;
    this.onChange = onChange;
  }

  get pid(): number | undefined {
    return this.current && !this.current.hasEnded() ? this.current.pid : undefined;
  }

  async start(): Promise<void> {
    this.isWanted = true;
    await this.begin();
  }

  private async begin(): Promise<void> {
    const started = await this.launch();
    this.current = started;
    if (!this.isWanted) return started.stop(); // stopped meanwhile
    this.onChange();
    const bornAt = performance.now();
    void started.ended.then(() => this.whenEnded(started, performance.now() - bornAt));
  }

  async stop(): Promise<void> {
    this.isWanted = false;
    await this.current?.stop();
  }

  /** For new code: not a crash. */
  async restart(): Promise<void> {
    await this.stop();
    await this.start();
  }

  private async whenEnded(ended: GuardedProcess, livedMs: number): Promise<void> {
    this.onChange();
    if (!this.isWanted || this.current !== ended) return;
    this.crashes += 1;
    this.pauseMs = livedMs > soundAfterMs ? firstPauseMs : this.pauseMs;
    const { exitCode, signalCode } = ended.child;
    printNotice(this.name, `ended (${signalCode ?? `code ${exitCode}`}), restarts in ${this.pauseMs / 1000} s`);
    const waitMs = this.pauseMs;
    this.pauseMs = Math.min(this.pauseMs * 2, longestPauseMs);
    await pause(waitMs);
    if (!this.isWanted || this.current !== ended) return;
    try {
      await this.begin();
    } catch (error) {
      if (!this.isWanted) return;
      printNotice(this.name, `could not be restarted: ${error instanceof Error ? error.message : String(error)}`);
      await this.whenEnded(ended, 0);
    }
  }
}
