import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { moment } from '../../../ui/moments.js';
import type { SaveState } from './use-draft.js';

/** How the draft stands: kept by itself, and at once when asked. */
export function SaveLine({ save, saveNow }: { save: SaveState; saveNow: () => void }): ReactNode {
  const { t } = useTranslation();
  return (
    <>
      <span role="status" className={save.kind === 'failed' || save.kind === 'unfinished' ? undefined : 'soft'}>
        {wordsOf()}
      </span>
      {save.kind !== 'saved' && (
        <Button variant="default" size="compact-sm" onClick={saveNow} aria-keyshortcuts="Control+S">
          {t('plan.save.save')}
        </Button>
      )}
    </>
  );

  function wordsOf(): string {
    switch (save.kind) {
      case 'saved':
        return save.at === null ? t('plan.save.fresh') : t('plan.save.saved', { at: moment(save.at) });
      case 'unfinished':
        return t('plan.save.unfinished', { count: save.faults.length });
      default:
        return t(`plan.save.${save.kind}`);
    }
  }
}
