import { type ReactNode, useEffect } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import type { HandoffSummary } from '#contracts';
import { useNow } from '../../ui/clock.js';
import { day, moment } from '../../ui/moments.js';
import { inWords, roleName } from '../../ui/words.js';
import { stateOf } from './columns.js';
import classes from './print-sheet.module.css';

/** The rows as a plain table on paper: a list on the screen holds only what is in the window. */
export function PrintSheet({ rows, done }: { rows: readonly HandoffSummary[]; done: () => void }): ReactNode {
  const { t } = useTranslation();
  const now = useNow();
  useEffect(() => {
    window.addEventListener('afterprint', done, { once: true });
    window.print();
    return () => window.removeEventListener('afterprint', done);
  }, [done]);
  return createPortal(
    <section className={classes.sheet}>
      <h1>{t('board.title')}</h1>
      <p>
        {moment(now.toISOString())} · {t('board.count', { count: rows.length })}
      </p>
      <table>
        <thead>
          <tr>
            {(['patient', 'need', 'waitingOn', 'state', 'due', 'version', 'blocker', 'owner'] as const).map((id) => (
              <th key={id}>{t(`board.columns.${id}`)}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <td>
                {row.patient.name}
                <br />
                {day(row.patient.birthDate)} · {row.patient.recordNumber}
              </td>
              <td>
                {roleName(row.role)}: {row.partnerName ?? t('board.nobodyYet')}
                <br />
                {row.headline}
              </td>
              <td>{t(`board.lanes.${row.waitingOn}`)}</td>
              <td>{t(`board.states.${stateOf(row)}`)}</td>
              <td>
                {moment(row.dueAt)}
                {row.overdue && ` · ${t('due.overdue')}`}
              </td>
              <td>
                v{row.fromVersion} → v{row.throughVersion}
              </td>
              <td>{row.blocker && inWords(row.blocker.kind)}</td>
              <td>{row.owner ?? row.pool}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>,
    document.body,
  );
}
