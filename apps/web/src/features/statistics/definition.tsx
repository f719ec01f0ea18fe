import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './statistics.module.css';

/** What a number means, on click. */
export function Definition({ children }: { children: ReactNode }): ReactNode {
  const { t } = useTranslation('translation', { keyPrefix: 'statistics' });
  return (
    <details className={classes.definition}>
      <summary>{t('what')}</summary>
      <p>{children}</p>
    </details>
  );
}
