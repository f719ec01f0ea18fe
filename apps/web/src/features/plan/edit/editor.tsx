import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Patient, Plan, PlanDocument } from '#contracts';
import { LinkButton } from '../../../ui/link-button.js';
import { PatientBanner } from '../../../ui/patient-banner.js';
import { Failed } from '../../../ui/states.js';
import { useTeamNews } from '../preview/use-team-news.js';
import { ConflictPanel } from './conflict-panel.js';
import { Consequences } from './consequences.js';
import classes from './editor.module.css';
import { FormPage, useDifferences } from './form-page.js';
import { PathwayHelp } from './pathway-help.js';
import { PublishDialog } from './publish-dialog.js';
import { SaveLine } from './save-line.js';
import type { Draft } from './use-draft.js';
import { useEditorKeys, useNextChange } from './use-editor-keys.js';
import { usePreview } from './use-preview.js';
import { usePublish } from './use-publish.js';

interface EditorProps {
  plan: Plan;
  patient: Patient;
  draft: Draft;
  /** The version that the draft is based on. */
  base: PlanDocument;
  me: string;
}

export function Editor({ plan, patient, draft, base, me }: EditorProps): ReactNode {
  const { document, basedOn } = draft;
  const next = plan.currentVersion + 1;
  const preview = usePreview({ path: `/api/plans/${plan.id}/preview`, basedOn }, document);
  const publish = usePublishing(plan, draft);
  const news = useTeamNews(plan.id, preview.impact, next);
  const differences = useDifferences(base, document);
  const goToChange = useNextChange(differences);
  const [isAsking, ask] = useState(false);
  const impact = publish.newer ?? preview.impact;
  const canPublish = impact !== null && !preview.isStale && impact.changes.length > 0;
  const conflict = publish.conflict ?? preview.conflict;
  const unfinished = draft.save.kind === 'unfinished' ? draft.save.faults : [];
  const faults = [publish.faults, preview.faults, unfinished].find(({ length }) => length > 0) ?? [];
  useEditorKeys({ save: draft.saveNow, publish: () => ask(canPublish), goToChange });
  return (
    <>
      <PatientBanner patient={patient} document={plan.document} />
      <Head plan={plan} draft={draft} changes={differences.length} next={() => goToChange(1)} />
      {conflict && (
        <ConflictPanel
          conflict={conflict}
          yours={document}
          take={(merged, current) => {
            publish.forget();
            draft.change(merged, current);
          }}
        />
      )}
      {publish.error !== null && <Failed error={publish.error} />}
      <FormPage
        editing={{ document, base, faults, me, change: draft.change }}
        differences={differences}
        above={<PathwayHelp document={document} team={plan.team} change={draft.change} />}
        beside={
          <Consequences
            preview={preview}
            news={news}
            version={next}
            canPublish={canPublish}
            publish={() => ask(true)}
          />
        }
      />
      {impact && isAsking && (
        <PublishDialog
          close={() => ask(false)}
          news={news}
          version={next}
          patient={patient}
          isNewer={publish.newer !== null}
          isBusy={publish.isPending}
          publish={(reason) => publish.run({ document, basedOn, reason, digest: impact.digest })}
          isRefused={conflict !== null || publish.faults.length > 0 || publish.error !== null}
        />
      )}
    </>
  );
}

/** Publishing, and where one goes from there: to the team that works with it. */
function usePublishing(plan: Plan, draft: Draft) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  return usePublish(plan, ({ version, impacts }) => {
    draft.forget();
    const count = impacts.filter(({ asks }) => asks.some((one) => one.sinceVersion === version)).length;
    notifications.show({ message: t('plan.publish.done', { version, count }) });
    void navigate({ to: '/patients/$patientId', params: { patientId: plan.patientId } });
  });
}

function Head({
  plan,
  draft,
  changes,
  next,
}: {
  plan: Plan;
  draft: Draft;
  changes: number;
  next: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const version = plan.currentVersion;
  const discard = (): void => {
    draft.change(plan.document, version);
    notifications.show({ message: t('plan.editor.discarded', { version }) });
  };
  return (
    <div className={classes.head}>
      <h1>{t('plan.editor.title', { version: version + 1 })}</h1>
      <div className={classes.tools}>
        <span className="soft">{t('plan.editor.changedCount', { count: changes, version: draft.basedOn })}</span>
        {changes > 0 && (
          <>
            <Button variant="default" size="compact-sm" onClick={next} aria-keyshortcuts="F8">
              {t('plan.editor.nextChange')} (F8)
            </Button>
            <Button variant="subtle" size="compact-sm" onClick={discard}>
              {t('plan.editor.discard')}
            </Button>
          </>
        )}
        <LinkButton variant="subtle" size="compact-sm" to="/plans/$planId/diff" params={{ planId: plan.id }}>
          {t('plan.editor.compare')}
        </LinkButton>
        <a href="#consequences" className={classes.jump}>
          {t('plan.editor.toPreview')}
        </a>
        <SaveLine save={draft.save} saveNow={draft.saveNow} />
      </div>
    </div>
  );
}
