import type { TFunction } from 'i18next';

/** "Publish v6 and notify 3 partners". */
export const publishLabel = (t: TFunction, version: number, count: number): string =>
  count === 0 ? t('plan.publish.publish', { version }) : t('plan.publish.publishAndNotify', { version, count });
