import { Controller, Get, Param } from '@nestjs/common';
import { z } from 'zod';
import { Answers, Roles, Unaudited } from '#platform';
import { ruleset } from '../ruleset.js';
import { RulesetArchive } from './ruleset-archive.js';

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
@Unaudited('rules are about nobody')
export class RulesController {
  constructor(private readonly archive: RulesetArchive) {}

  @Get('rules')
  @Answers(runningRuleset, { description: 'The rules that run now, drafts shown as drafts.' })
  running(): z.input<typeof runningRuleset> {
    const counts: Record<string, number> = {};
    for (const { status } of ruleset.rules) counts[status] = (counts[status] ?? 0) + 1;
    return { version: ruleset.version, counts, rules: [...ruleset.rules] };
  }

  @Get('rulesets/:version')
  @Answers(archivedRuleset, { description: 'The rules by which impacts of that ruleset version came about.' })
  archived(@Param('version', { schema: z.string().max(64) }) version: string) {
    return this.archive.get(version);
  }
}
