import { Button, CloseButton, Group } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Acts, Done } from './acts.js';
import classes from './result-panel.module.css';

/** What was done, what was refused and why, and the way back. It stays until it is put away. */
export function ResultPanel({ acts }: { acts: Acts }): ReactNode {
  return (
    <div role="status" className={classes.results}>
      {acts.history.map((done) => (
        <Result key={done.key} done={done} acts={acts} />
      ))}
    </div>
  );
}

function Result({ done, acts }: { done: Done; acts: Acts }): ReactNode {
  const { t } = useTranslation();
  const { key, result, fault, isUndone } = done;
  const title = fault ? t('board.result.failed') : isUndone ? t('board.result.undone') : actTitle(result?.action, t);
  return (
    <section className={classes.result} aria-label={title}>
      <Group gap="sm" wrap="wrap">
        <span>
          <strong>{title}:</strong> {fault ?? result?.summary}
        </span>
        {result?.undoable && !isUndone && (
          <Button
            variant="default"
            size="compact-sm"
            leftSection={<IconArrowBackUp size={16} aria-hidden />}
            onClick={() => void acts.undo(key)}
          >
            {t('actions.undo')}
          </Button>
        )}
        <CloseButton aria-label={t('board.result.dismiss')} onClick={() => acts.dismiss(key)} ml="auto" />
      </Group>
      {result && <NotDone done={done} />}
    </section>
  );
}

const actTitle = (action: string | undefined, t: ReturnType<typeof useTranslation>['t']): string => {
  switch (action) {
    case 'assign-owner':
      return t('board.acts.owner');
    case 'snooze':
      return t('board.acts.later');
    case 'remind':
      return t('board.acts.remind');
    case 'block':
      return t('board.acts.block');
    case 'unblock':
      return t('board.acts.unblock');
    case 'label':
      return t('board.acts.label');
    default:
      return t('board.result.title');
  }
};

/** By reason: so many, and who. */
function NotDone({ done: { result, names } }: { done: Done }): ReactNode {
  const { t } = useTranslation();
  const reasons = new Map<string, string[]>();
  for (const { outcome, reason, handoffId } of result?.items ?? []) {
    if (outcome !== 'refused' && outcome !== 'skipped') continue;
    const why = reason ?? t(`board.result.${outcome}`);
    reasons.set(why, [...(reasons.get(why) ?? []), names.get(handoffId) ?? handoffId]);
  }
  if (reasons.size === 0) return null;
  return (
    <details>
      <summary>{t('board.result.details')}</summary>
      <ul className={classes.reasons}>
        {[...reasons].map(([reason, who]) => (
          <li key={reason}>
            <b>{t('board.result.rows', { count: who.length, reason })}</b>
            <div className="soft">{who.join(' · ')}</div>
          </li>
        ))}
      </ul>
    </details>
  );
}
