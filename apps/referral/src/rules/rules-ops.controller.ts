import { Answers, Roles } from '#platform';
import { Controller, Get } from '@nestjs/common';
import { z } from 'zod';
import { RulesAgreement, type RulesState } from './rules-agreement.js';

const rulesState = z.strictObject({
  running: z.string(),
  newest: z
    .strictObject({
      publishedWith: z.string(),
      appliedWith: z.string(),
      publishedAt: z.iso.datetime({ offset: true }),
    })
    .nullable(),
  agree: z.boolean(),
});

/** Whether the newest version was previewed and worked through with the same rules. Hashes only. */
@Controller('api/ops/rules')
@Roles('operator', 'administrator')
export class RulesOpsController {
  constructor(private readonly agreement: RulesAgreement) {}

  @Get()
  @Answers(rulesState)
  read(): Promise<RulesState> {
    return this.agreement.state();
  }
}
