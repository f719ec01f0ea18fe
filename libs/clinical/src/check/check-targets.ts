import { rangeFault, scoresOutsidePlans } from '../target/measures.js';
import type { Check } from './check.js';

/** Baseline and aim are values that the measure can have; the aim is another value than the baseline. */
export const possibleTargets: Check = ({ targets }) =>
  targets.flatMap(({ measure, baseline, target, status }, index) => {
    const path = `targets[${index}]`;
    if (scoresOutsidePlans.includes(measure)) {
      const message = 'scores of mood, worry and sleep stay with behavioral health; a plan holds none';
      return [{ path: `${path}.measure`, message }];
    }
    const faults = Object.entries({ baseline, target }).flatMap(([field, value]) => {
      const message = rangeFault(measure, value);
      return message === null ? [] : [{ path: `${path}.${field}`, message }];
    });
    if (faults.length > 0 || status !== 'open' || baseline !== target) return faults;
    return [{ path: `${path}.target`, message: 'is the same as the baseline; say what is to be reached' }];
  });

/** A score may not lead therapy either. */
export const noScoresInProgression: Check = ({ rehab }) =>
  rehab.flatMap(({ progression }, index) =>
    progression && scoresOutsidePlans.includes(progression.measure)
      ? [
          {
            path: `rehab[${index}].progression.measure`,
            message: 'scores of mood, worry and sleep stay with behavioral health; a plan holds none',
          },
        ]
      : [],
  );
