import type { RuleTrial, RuleTrialExample } from '#contracts';
import type { User } from '#platform';

type Said = RuleTrialExample['tried'];

const withoutSentences = (said: Said): Said => said && { ...said, reason: null, text: null };

/** Who may not read plans sees who would be asked how fast, and neither of whom nor why. */
export const trialFor = ({ role }: Pick<User, 'role'>, trial: RuleTrial): RuleTrial =>
  role === 'physician'
    ? trial
    : {
        ...trial,
        examples: trial.examples.map(({ running, tried, ...example }) => ({
          ...example,
          ...{ planId: null, patientId: null, version: null },
          running: withoutSentences(running),
          tried: withoutSentences(tried),
        })),
      };
