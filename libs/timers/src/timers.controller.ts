import { Controller, Get, Post, Query, type Type } from '@nestjs/common';
import { z } from 'zod';
import { Answers, Clock, Public, Roles, Unaudited } from '#platform';
import { TimerAlarms } from './timer-alarms.js';
import { TimerSweep } from './timer-sweep.js';
import { TimerQueries, type TimerRow } from './timer.queries.js';

const instant = z.iso.datetime({ offset: true });
const timersQuery = z.strictObject({ plan: z.uuid() });
const timersAnswer = z.strictObject({
  items: z.array(
    z.strictObject({
      key: z.string(),
      kind: z.string(),
      dueAt: instant,
      state: z.enum(['pending', 'fired', 'cancelled']),
      firedAt: instant.nullable(),
    }),
  ),
});
const countsAnswer = z.strictObject({ due: z.number(), pending: z.number(), failing: z.number() });

const shown = ({ dueAt, firedAt, ...rest }: TimerRow) => ({
  ...rest,
  dueAt: dueAt.toISOString(),
  firedAt: firedAt?.toISOString() ?? null,
});

/** What a service waits for, under its own path: the gateway sends each of them to its service. */
export function timersController(service: string): Type {
  @Controller(`api/timers/${service}`)
  class TimersController {
    constructor(
      private readonly queries: TimerQueries,
      private readonly clock: Clock,
      private readonly sweep: TimerSweep,
      private readonly alarms: TimerAlarms,
    ) {}

    @Get()
    @Roles('coordinator', 'physician', 'administrator')
    @Answers(timersAnswer)
    async ofPlan(@Query({ schema: timersQuery }) { plan }: z.infer<typeof timersQuery>) {
      return { items: (await this.queries.ofPlan(plan)).map(shown) };
    }

    /** Numbers only, like a health answer: nothing in them is about anybody. */
    @Get('counts')
    @Public()
    @Unaudited('numbers only')
    @Answers(countsAnswer)
    counts() {
      return this.queries.counts(this.clock.now());
    }

    /** Throws all alarms away and sets them anew from the rows. */
    @Post('rebuild')
    @Roles('operator', 'administrator')
    @Answers(countsAnswer)
    async rebuild() {
      await this.alarms.rebuild();
      this.sweep.wake();
      return this.queries.counts(this.clock.now());
    }
  }
  return TimersController;
}
