import { Button, Group } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { DialogKind } from './act-dialogs.js';
import { mostSelected } from './limits.js';
import classes from './bulk-bar.module.css';

interface Props {
  count: number;
  /** How many the list has, loaded or not. */
  total: number;
  ask: (kind: DialogKind) => void;
  unblock: () => void;
  selectAll: () => void;
  clear: () => void;
  print: () => void;
  save: () => void;
}

/** What can be done to the selected rows. It stands at the lower edge, so that nothing moves when it comes. */
export function BulkBar({ count, total, ask, unblock, selectAll, clear, print, save }: Props): ReactNode {
  const { t } = useTranslation();
  const all = Math.min(total, mostSelected);
  const one = (kind: DialogKind, key: string | null): ReactNode => (
    <Button
      key={kind}
      variant="default"
      size="compact-sm"
      onClick={() => ask(kind)}
      {...(key ? { 'aria-keyshortcuts': key } : {})}
    >
      {t(`board.acts.${kind}`)}
    </Button>
  );
  return (
    <section aria-label={t('board.selection.label')} className={classes.bar}>
      <Group gap="xs">
        <strong aria-live="polite" className="numbers">
          {t('board.selection.count', { count })}
        </strong>
        {one('owner', 'a')}
        {one('later', 'h')}
        {one('remind', null)}
        {one('block', 'b')}
        <Button variant="default" size="compact-sm" onClick={unblock}>
          {t('board.acts.unblock')}
        </Button>
        {one('label', null)}
        <Button variant="default" size="compact-sm" onClick={save}>
          {t('board.csv')}
        </Button>
        <Button variant="default" size="compact-sm" onClick={print}>
          {t('board.print')}
        </Button>
        {count < all && (
          <Button variant="subtle" size="compact-sm" onClick={selectAll}>
            {t(all < total ? 'board.selection.first' : 'board.selection.all', { count: all })}
          </Button>
        )}
        <Button variant="subtle" size="compact-sm" onClick={clear} aria-keyshortcuts="Escape">
          {t('board.selection.clear')}
        </Button>
      </Group>
    </section>
  );
}
