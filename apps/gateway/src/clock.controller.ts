import { Controller, Get } from '@nestjs/common';
import { z } from 'zod';
import { instant } from '#contracts';
import { Answers, Clock, Roles, roles } from '#platform';

/** The system's time, which need not be the reader's: the embedded start can move it. */
@Controller('api/clock')
export class ClockController {
  constructor(private readonly clock: Clock) {}

  @Get()
  @Roles(...roles)
  @Answers(z.strictObject({ now: instant }))
  now() {
    return { now: this.clock.now().toISOString() };
  }
}
