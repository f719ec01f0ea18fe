import { loadRuleset } from './load-ruleset.js';
import { ruleSource } from './ruleset.generated.js';
import type { Ruleset } from './rule.js';

/**
 * The rules of this release: reviewed, active and draft ones. Drafts await a clinician; they run in the embedded start and are shown as
 * drafts wherever a rule is shown.
 */
export const currentRuleset: Ruleset = loadRuleset(ruleSource);

/** What a clinician has reviewed and switched on: all that a real clinic runs. */
export const activeRuleset: Ruleset = loadRuleset(ruleSource, ['active']);
