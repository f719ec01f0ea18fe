import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Failed, LoadingRows } from '../../../ui/states.js';
import { PreviewPanel } from '../preview/preview-panel.js';
import type { TeamNews } from '../preview/use-team-news.js';
import classes from './editor.module.css';
import { publishLabel } from './publish-label.js';
import type { Preview } from './use-preview.js';

/** Beside the form, always in sight: what publishing means, and the button that does it. */
export function Consequences({
  preview,
  news,
  version,
  canPublish,
  publish,
  label,
}: {
  preview: Preview;
  news: TeamNews;
  version: number;
  canPublish: boolean;
  publish: () => void;
  label?: string;
}): ReactNode {
  const { t } = useTranslation();
  const { faults, error, isStale } = preview;
  // What an older draft would have changed is no answer to one that cannot be published.
  const impact = faults.length > 0 && preview.impact?.changes.length === 0 ? null : preview.impact;
  return (
    <>
      <div className={classes.scroll} tabIndex={0} role="group" aria-label={t('plan.preview.region')}>
        {faults.length > 0 && (
          <p role="status">
            <strong>{t('plan.preview.blocked', { count: faults.length })}</strong>
          </p>
        )}
        {error !== null && <Failed error={error} retry={preview.again} />}
        {impact === null ? (
          error === null && faults.length === 0 && <LoadingRows rows={4} />
        ) : (
          <PreviewPanel
            impact={impact}
            news={news}
            version={version}
            isStale={isStale}
            isUpdating={isStale && faults.length === 0 && error === null}
          />
        )}
      </div>
      <div className={classes.foot}>
        <Button fullWidth disabled={!canPublish} onClick={publish} aria-keyshortcuts="Control+Enter">
          {label ?? publishLabel(t, version, impact?.changes.length ? news.standing.told.length : 0)}
        </Button>
      </div>
    </>
  );
}
