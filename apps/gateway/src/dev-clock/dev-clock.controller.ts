import { Body, Controller, Get, Post } from '@nestjs/common';
import { z } from 'zod';
import { Answers, Roles } from '#platform';
import { DevClock, type ClockState } from './dev-clock.js';
import { DueTimers } from './due-timers.js';

const clockState = z.object({ now: z.iso.datetime(), offsetSeconds: z.number() });
const clockAnswer = clockState.extend({
  /** Timers of all services whose moment has come and that had no effect yet: 0 when a moved clock has settled. */
  timersDue: z.number().int(),
});

const moveClock = z
  .strictObject({ advance: z.iso.duration().optional(), set: z.iso.datetime({ offset: true }).optional() })
  .refine(({ advance, set }) => (advance === undefined) !== (set === undefined), 'either advance or set');
type MoveClock = z.infer<typeof moveClock>;

/** Embedded start only; elsewhere there is nothing here. */
@Controller('api/dev/clock')
@Roles('administrator')
export class DevClockController {
  constructor(
    private readonly clock: DevClock,
    private readonly timers: DueTimers,
  ) {}

  @Get()
  @Answers(clockAnswer)
  async show(): Promise<z.infer<typeof clockAnswer>> {
    return { ...this.clock.state(), timersDue: await this.timers.count() };
  }

  @Post()
  @Answers(clockState)
  move(@Body({ schema: moveClock }) { advance, set }: MoveClock): ClockState {
    return advance === undefined ? this.clock.set(set ?? '') : this.clock.advance(advance);
  }
}
