import { Controller, Injectable } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { z } from 'zod';
import { defineEvent } from '#contracts';
import { type EventContext, type EventOf, OnEvent } from '../../src/index.js';

/** The event of these tests: the n-th step of a key. */
export const stepTaken = defineEvent({
  name: 'messaging-test.step-taken',
  topic: 'throughline.plan.v1',
  description: 'Only in the tests of the messaging library.',
  data: z.strictObject({ step: z.int() }),
});
export type StepTaken = EventOf<typeof stepTaken>;

export const step = (key: string, number: number): ReturnType<typeof stepTaken.of> =>
  stepTaken.of({ subject: key, time: new Date('2027-04-06T13:00:00Z'), data: { step: number } });

export const steps = (key: string, from: number, to: number): ReturnType<typeof step>[] =>
  Array.from({ length: to - from + 1 }, (_, at) => step(key, from + at));

/** What the test wants to happen inside the handler, before its effect. */
@Injectable()
export class Script {
  before: (event: StepTaken, context: EventContext) => Promise<void> = () => Promise.resolve();
}

@Controller()
export class StepController {
  constructor(private readonly script: Script) {}

  @OnEvent(stepTaken)
  async onStepTaken(@Payload() event: StepTaken, @Ctx() context: EventContext): Promise<void> {
    await this.script.before(event, context);
    await context.tx.query(`insert into effect (key, step) values ($1, $2)`, [event.subject, event.data.step]);
  }
}

/** Every committed change of these tables is told on the channel `bench`, so that a test can await it from any process. */
export class BenchTables1767225600001 implements MigrationInterface {
  readonly name = 'BenchTables1767225600001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `create table effect (number bigint generated always as identity primary key, key text not null, step int not null)`,
    );
    await runner.query(`
      create function tell_bench() returns trigger language plpgsql as
      $$ begin perform pg_notify('bench', ''); return null; end $$`);
    for (const table of ['effect', 'parked_message', 'outbox', 'inbox']) {
      await runner.query(
        `create trigger tell_bench after insert or update or delete on ${table} for each statement execute function tell_bench()`,
      );
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop function tell_bench cascade`);
    await runner.query(`drop table effect`);
  }
}
