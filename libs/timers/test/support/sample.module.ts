import { Controller, Injectable, Module } from '@nestjs/common';
import type { EntityManager, MigrationInterface, QueryRunner } from 'typeorm';
import { PlatformModule } from '#platform';
import { type DueTimer, OnTimer, type TimerContext, Timers, TimersModule, timersMigrations } from '../../src/index.js';

export class SampleTables1767225600002 implements MigrationInterface {
  readonly name = 'SampleTables1767225600002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table effect (key text not null, at timestamptz not null)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table effect`);
  }
}

/** Faults that a test asks for, by timer key: how many tries fail. */
@Injectable()
export class Faults {
  readonly left = new Map<string, number>();

  take(key: string): boolean {
    const left = this.left.get(key) ?? 0;
    this.left.set(key, left - 1);
    return left > 0;
  }
}

export const lockPlan = (tx: EntityManager, planId: string): Promise<unknown> =>
  tx.query('select pg_advisory_xact_lock(hashtextextended($1::text, 0))', [planId]);

/** Writes down every effect; a `chain` timer sets another one that is due already. */
@Controller()
export class SampleTimersController {
  constructor(
    private readonly timers: Timers,
    private readonly faults: Faults,
  ) {}

  @OnTimer('note')
  async onNote({ key }: DueTimer, { tx, now }: TimerContext): Promise<void> {
    await tx.query('insert into effect (key, at) values ($1, $2)', [key, now]);
    if (this.faults.take(key)) throw new Error('not this time');
  }

  @OnTimer('chain')
  async onChain({ key, subject, planId, dueAt }: DueTimer, { tx, now }: TimerContext): Promise<void> {
    await tx.query('insert into effect (key, at) values ($1, $2)', [key, now]);
    await this.timers.set(tx, { key: `${key}-next`, kind: 'note', subject, planId, dueAt });
  }

  /** As handlers do that decide about a plan: its lock first. */
  @OnTimer('of-locked-plan')
  async onLocked({ key, planId }: DueTimer, { tx, now }: TimerContext): Promise<void> {
    await lockPlan(tx, planId);
    await tx.query('insert into effect (key, at) values ($1, $2)', [key, now]);
  }

  /** Rings every hour. */
  @OnTimer('repeat')
  async onRepeat(timer: DueTimer, { tx, now }: TimerContext): Promise<void> {
    await tx.query('insert into effect (key, at) values ($1, $2)', [timer.key, now]);
    await this.timers.set(tx, { ...timer, dueAt: new Date(timer.dueAt.getTime() + 3_600_000) });
  }

  /** Its plan wants nothing of the kind any more, as of now. */
  @OnTimer('last')
  async onLast({ key, planId }: DueTimer, { tx, now }: TimerContext): Promise<void> {
    await tx.query('insert into effect (key, at) values ($1, $2)', [key, now]);
    await this.timers.keep(tx, planId, ['last'], [], now);
  }

  /** The process is gone before it could commit, as often as there are faults. */
  @OnTimer('dies')
  async onDeath({ key }: DueTimer, { tx, now }: TimerContext): Promise<void> {
    await tx.query('insert into effect (key, at) values ($1, $2)', [key, now]);
    if (this.faults.take(key)) await tx.query('select pg_terminate_backend(pg_backend_pid())');
  }
}

@Module({
  imports: [
    PlatformModule.forRoot({ service: 'therapy', migrations: [...timersMigrations, SampleTables1767225600002] }),
    TimersModule.forRoot({ service: 'therapy' }),
  ],
  controllers: [SampleTimersController],
  providers: [Faults],
})
export class SampleModule {}
