import { Controller, Injectable, Module } from '@nestjs/common';
import type { MigrationInterface, QueryRunner } from 'typeorm';
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
