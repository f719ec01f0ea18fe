import type { OpsClient } from './run-ops.ts';

/** As the service of handoffs answers it. */
export interface RulesState {
  running: string;
  newest: { publishedWith: string; appliedWith: string; publishedAt: string } | null;
  agree: boolean;
}

/** Null when the service does not answer: its own row says so already. */
export const readRules = (client: OpsClient): Promise<RulesState | null> =>
  client.send<RulesState>('referral', '/api/ops/referral/rules').catch(() => null);

export function rulesText({ running, newest, agree }: RulesState): string {
  if (newest === null || agree) return `Rules ${running}: previews and handoffs agree.`;
  const { publishedWith, appliedWith, publishedAt } = newest;
  return (
    `The version of ${publishedAt} was previewed with rules ${publishedWith} and worked through with ${appliedWith}: ` +
    'run the same release of pain-plan and referral.'
  );
}
