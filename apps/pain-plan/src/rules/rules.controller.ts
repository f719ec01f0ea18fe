import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { z } from 'zod';
import { ruleTrial, tryRule, type RuleTrial, type TryRule as Wanted } from '#contracts';
import { Answers, CurrentUser, Roles, Unaudited, type User } from '#platform';
import { ruleset } from '../ruleset.js';
import { RulesetArchive } from './ruleset-archive.js';
import { trialFor } from './trial-for-reader.js';
import { TryRule } from './try-rule.use-case.js';

const instant = z.iso.datetime({ offset: true });
const rule = z.looseObject({ id: z.string(), version: z.number(), status: z.string(), role: z.string() });
const runningRuleset = z.strictObject({
  version: z.string(),
  /** How many of each status; a draft awaits a clinician. */
  counts: z.record(z.string(), z.number()),
  rules: z.array(rule),
});
const archivedRuleset = z.strictObject({ version: z.string(), firstUsedAt: instant, rules: z.array(rule) });

/** Who is told what, why and by when: the rules that run now, and those of any day before. */
@Controller('api')
@Roles('coordinator', 'physician', 'administrator')
export class RulesController {
  constructor(
    private readonly archive: RulesetArchive,
    private readonly tryRule: TryRule,
  ) {}

  @Get('rules')
  @Unaudited('rules are about nobody')
  @Answers(runningRuleset, { description: 'The rules that run now, drafts shown as drafts.' })
  running(): z.input<typeof runningRuleset> {
    const counts: Record<string, number> = {};
    for (const { status } of ruleset.rules) counts[status] = (counts[status] ?? 0) + 1;
    return { version: ruleset.version, counts, rules: [...ruleset.rules] };
  }

  @Get('rulesets/:version')
  @Unaudited('rules are about nobody')
  @Answers(archivedRuleset, { description: 'The rules by which impacts of that ruleset version came about.' })
  archived(@Param('version', { schema: z.string().max(64) }) version: string) {
    return this.archive.get(version);
  }

  @Post('rules/trial')
  @Roles('physician', 'administrator')
  @Answers(ruleTrial, {
    description: 'What a changed rule would have sent over the published versions of some days. Changes nothing.',
  })
  async trial(@Body({ schema: tryRule }) body: Wanted, @CurrentUser() user: User): Promise<RuleTrial> {
    return trialFor(user, await this.tryRule.execute(body));
  }
}
