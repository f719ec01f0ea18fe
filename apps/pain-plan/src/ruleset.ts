import { activeRuleset, currentRuleset, type Ruleset } from '#clinical';
import { runsDraftRules } from '#platform';

/** The rules that this process runs. pain-plan and referral must be told the same, or a preview is not what is published. */
export const ruleset: Ruleset = runsDraftRules() ? currentRuleset : activeRuleset;
