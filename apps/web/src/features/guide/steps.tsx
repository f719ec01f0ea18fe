import { IconCircle, IconCircleCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './guide.module.css';

export interface Step {
  text: string;
  isDone: boolean;
  /** What to press, while it is this step's turn. */
  action?: ReactNode;
}

/** One after the other: done ones stay ticked, the one whose turn it is shows what to press. */
export function Steps({ steps }: { steps: readonly Step[] }): ReactNode {
  const { t } = useTranslation();
  const turn = steps.findIndex(({ isDone }) => !isDone);
  return (
    <ol className={classes.steps}>
      {steps.map(({ text, isDone, action }, at) => (
        <li key={text} data-done={isDone || undefined} aria-current={at === turn ? 'step' : undefined}>
          {isDone ? (
            <IconCircleCheck size={20} aria-label={t('guide.done')} role="img" />
          ) : (
            <IconCircle size={20} aria-hidden />
          )}
          <span>{text}</span>
          {at === turn && action}
        </li>
      ))}
    </ol>
  );
}
