import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { AnyHandoff } from './use-handoff.js';
import classes from './reply-sheet.module.css';

/** On paper only: to be filled in by hand and sent back. The code says which handoff and which version it was. */
export function ReplySheet({ handoff }: { handoff: AnyHandoff }): ReactNode {
  const { t } = useTranslation();
  if (handoff.status !== 'open') return null;
  return (
    <section className={classes.sheet} aria-hidden>
      <h2>{t('handoff.paper.title')}</h2>
      <p>
        {t('handoff.paper.code')} <strong className="numbers">{handoff.replyCode}</strong> ·{' '}
        {t('handoff.paper.version', { version: handoff.throughVersion })}
      </p>
      <table>
        <tbody>
          {(['weWork', 'appointment', 'name', 'signature'] as const).map((line) => (
            <tr key={line}>
              <th scope="row">{t(`handoff.paper.${line}`)}</th>
              <td>{line === 'weWork' && t('handoff.paper.yesOrNo')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
