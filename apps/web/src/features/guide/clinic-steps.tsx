import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** What is worth a look first; nothing to tick. */
export function ClinicSteps({ role }: { role: 'coordinator' | 'operator' }): ReactNode {
  const { t } = useTranslation();
  return (
    <ul>
      {(['one', 'two', 'three'] as const).map((which) => (
        <li key={which}>{t(`guide.${role}.${which}`)}</li>
      ))}
    </ul>
  );
}
