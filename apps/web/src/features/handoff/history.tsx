import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { moment } from '../../ui/moments.js';
import type { AnyHandoff } from './use-handoff.js';

/** Everything that happened to it, as far as the reader may know. */
export function History({ handoff, timeZone }: { handoff: AnyHandoff; timeZone: string }): ReactNode {
  const { t } = useTranslation();
  return (
    <details className="card no-print">
      <summary>{t('inbox.history')}</summary>
      <ul>
        {handoff.history.map(({ at, text, by }) => (
          <li key={`${at} ${text}`}>
            <time dateTime={at} className="soft numbers">
              {moment(at, timeZone)}
            </time>{' '}
            {text} {by && <span className="soft">· {by}</span>}
          </li>
        ))}
      </ul>
    </details>
  );
}
