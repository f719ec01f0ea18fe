import { known, text } from '../../app/search.js';
import type { RuleStatus } from './rule.js';

export const ruleStatuses = ['draft', 'reviewed', 'active'] as const satisfies readonly RuleStatus[];

export interface RuleSearch {
  q?: string;
  role?: string;
  status?: (typeof ruleStatuses)[number];
}

export const readRuleSearch = (search: Record<string, unknown>): RuleSearch => ({
  ...text('q', search),
  ...text('role', search),
  ...known('status', ruleStatuses, search),
});
