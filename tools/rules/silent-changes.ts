/** Changes of which nobody is told by themselves, and why. They stand on the timeline. */
import type { ChangeType } from '#contracts';

const condition = 'a condition of other rules';

export const silentChanges: Partial<Record<ChangeType, string>> = {
  'context.duty-changed': condition,
  'context.diabetes-changed': condition,
  'context.organ-caution-changed': condition,
  'context.risk-flag-changed': condition,
  'context.cancer-history-changed': condition,
  'medication.monitoring-changed': 'its dates set the laboratory follow-up',
  'behavioral.engaged': 'that a behavioral item exists goes to nobody',
  'behavioral.completed': 'that a behavioral item exists goes to nobody',
  'behavioral.stopped': 'that a behavioral item exists goes to nobody',
};
