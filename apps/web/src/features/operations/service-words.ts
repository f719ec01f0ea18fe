import type { TFunction } from 'i18next';

/** `12 s`, `3 min`, `2 h`. */
export function spanText(t: TFunction, seconds: number): string {
  if (seconds < 90) return t('operations.seconds', { count: Math.round(seconds) });
  if (seconds < 5400) return t('operations.minutes', { count: Math.round(seconds / 60) });
  return t('operations.hours', { count: Math.round(seconds / 3600) });
}

/** `throughline.plan.v1` is `plan`. */
export const topicName = (topic: string): string => topic.replace(/^throughline\.|\.v\d+$/g, '');
