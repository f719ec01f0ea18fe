import { Button, Group, Modal, Textarea } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { type ReactNode, useEffect, useState } from 'react';
import type { Patient, Plan, PlanDocumentInput, PublishConflict, PublishedVersion, VersionImpact } from '#contracts';
import { call, get, Refused } from '../../api/client.js';
import { keys } from '../../api/keys.js';
import { PatientBanner } from '../../ui/patient-banner.js';
import { Asked, Failed, LoadingRows } from '../../ui/states.js';
import { ConflictPanel } from './conflict-panel.js';
import { FieldsOf, type FormContext } from './form/field.js';
import { type Fields, type FieldSchema, type PathPart, withoutEmpty } from './form/schema.js';
import { planSchema } from './plan-schema.generated.js';
import { consequence, PreviewPanel } from './preview-panel.js';
import classes from './plan-editor.module.css';
import { useDraft } from './use-draft.js';

const route = getRouteApi('/plans/$planId/edit');
const previewAfterMs = 700;
const words = {
  saved: 'Draft saved',
  saving: 'Saving …',
  unsaved: 'Not saved yet',
  failed: 'The draft could not be saved',
} as const;

/** Change the plan knowing exactly who will be told what. */
export function PlanEditor(): ReactNode {
  const { planId } = route.useParams();
  const plan = useQuery({
    queryKey: keys.plan(planId),
    queryFn: ({ signal }) => get<Plan>(`/api/plans/${planId}`, signal),
  });
  return <Asked query={plan}>{(found) => <Editor plan={found} />}</Asked>;
}

function Editor({ plan }: { plan: Plan }): ReactNode {
  const patient = useQuery({
    queryKey: keys.patient(plan.patientId),
    queryFn: ({ signal }) => get<Patient>(`/api/patients/${plan.patientId}`, signal),
  });
  const { document, basedOn, change, save, isLoaded } = useDraft(plan);
  const preview = usePreview(plan.id, document, basedOn);
  const publish = usePublish(plan);
  const [isAsking, ask] = useState(false);
  const next = plan.currentVersion + 1;
  const context = formContext(plan, publish.errors.length > 0 ? publish.errors : preview.errors);
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if ((event.ctrlKey || event.metaKey) && event.key === 'Enter') ask(true);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
  if (!isLoaded) return <LoadingRows />;
  return (
    <>
      {patient.data && <PatientBanner patient={patient.data} document={plan.document} />}
      <Group justify="space-between">
        <h1>Draft of version {next}</h1>
        <span role="status" className="soft">
          {words[save]}
        </span>
      </Group>
      {publish.conflict && (
        <ConflictPanel
          conflict={publish.conflict}
          yours={document}
          take={(merged, base) => {
            publish.forget();
            change(merged, base);
          }}
        />
      )}
      {publish.error !== null && <Failed error={publish.error} />}
      <div className={classes.columns}>
        <div className={classes.form}>
          <FieldsOf
            schema={planSchema as FieldSchema}
            value={document as Fields}
            path={[]}
            context={context}
            onChange={(given) => change(given as PlanDocumentInput)}
          />
        </div>
        <aside className={`${classes.preview} card`} aria-label="What publishing means">
          <Asked query={preview.query} loading={<LoadingRows rows={4} />}>
            {(impact) => <PreviewPanel preview={impact} version={next} isStale={preview.isStale} />}
          </Asked>
          <Button
            mt="md"
            fullWidth
            disabled={!preview.query.data || preview.isStale || preview.query.data.changes.length === 0}
            onClick={() => ask(true)}
          >
            {publishLabel(preview.query.data, next)}
          </Button>
        </aside>
      </div>
      {preview.query.data && patient.data && (
        <PublishDialog
          opened={isAsking}
          close={() => ask(false)}
          preview={preview.query.data}
          version={next}
          patient={patient.data}
          isBusy={publish.isPending}
          publish={(reason) =>
            publish.run({ document, basedOn, reason, digest: preview.query.data?.digest ?? '' }, () => ask(false))
          }
        />
      )}
    </>
  );
}

const publishLabel = (preview: VersionImpact | undefined, version: number): string =>
  !preview || preview.impacts.length === 0
    ? `Publish v${version}`
    : `Publish v${version} and notify ${preview.impacts.length} ${preview.impacts.length === 1 ? 'partner' : 'partners'}`;

/** What leaves the house is confirmed by name and number, with the reason that everybody will read. */
function PublishDialog({
  opened,
  close,
  preview,
  version,
  patient,
  publish,
  isBusy,
}: {
  opened: boolean;
  close: () => void;
  preview: VersionImpact;
  version: number;
  patient: Patient;
  publish: (reason: string) => void;
  isBusy: boolean;
}): ReactNode {
  const [reason, setReason] = useState('');
  return (
    <Modal
      opened={opened}
      onClose={close}
      title={`Publish version ${version} for ${patient.name.given} ${patient.name.family}`}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          publish(reason);
        }}
      >
        <p>{consequence(preview, version)}</p>
        <Textarea
          label="Reason for the change"
          description="One line, for the team"
          required
          maxLength={500}
          value={reason}
          onChange={({ currentTarget }) => setReason(currentTarget.value)}
          data-autofocus
        />
        <Group justify="flex-end" mt="md">
          <Button variant="default" onClick={close}>
            Cancel
          </Button>
          <Button type="submit" loading={isBusy}>
            {publishLabel(preview, version)}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}

/** The consequences of the draft, asked anew a moment after each change; the old ones stay in sight meanwhile. */
function usePreview(planId: string, document: PlanDocumentInput, basedOn: number) {
  const [asked, setAsked] = useState(document);
  useEffect(() => {
    const timer = setTimeout(() => setAsked(document), previewAfterMs);
    return () => clearTimeout(timer);
  }, [document]);
  const query = useQuery({
    queryKey: ['preview', planId, basedOn, asked],
    queryFn: async ({ signal }) =>
      (
        await call<VersionImpact>(`/api/plans/${planId}/preview`, {
          method: 'POST',
          body: { document: withoutEmpty(asked) },
          headers: { 'if-match': `"${basedOn}"` },
          signal,
        })
      ).body,
    placeholderData: (before) => before,
    retry: false,
  });
  const errors = query.error instanceof Refused ? (query.error.problem.errors ?? []) : [];
  return { query, errors, isStale: asked !== document || query.isFetching };
}

type FieldErrors = NonNullable<Refused['problem']['errors']>;

/** Publishing, and every way in which it can be refused. */
function usePublish(plan: Plan) {
  const queries = useQueryClient();
  const navigate = route.useNavigate();
  const mutation = useMutation({
    mutationFn: async ({
      document,
      basedOn,
      reason,
      digest,
    }: {
      document: PlanDocumentInput;
      basedOn: number;
      reason: string;
      digest: string;
    }) =>
      (
        await call<PublishedVersion>(`/api/plans/${plan.id}/versions`, {
          method: 'POST',
          body: { document: withoutEmpty(document), reason, digest },
          headers: { 'if-match': `"${basedOn}"` },
        })
      ).body,
    onSuccess: ({ version, impacts }) => {
      notifications.show({ message: `Version ${version} is published; ${impacts.length} told.` });
      void queries.invalidateQueries({ queryKey: ['plan'] });
      void navigate({ to: '/patients/$patientId', params: { patientId: plan.patientId } });
    },
    onError: () => void queries.invalidateQueries({ queryKey: ['preview'] }),
  });
  const problem = mutation.error instanceof Refused ? mutation.error.problem : null;
  const conflict = problem?.status === 409 && 'theirs' in problem ? (problem as unknown as PublishConflict) : null;
  const errors: FieldErrors = problem?.errors ?? [];
  return {
    conflict,
    errors,
    error: conflict ? null : mutation.error,
    isPending: mutation.isPending,
    forget: mutation.reset,
    run: (given: Parameters<typeof mutation.mutate>[0], done: () => void) =>
      mutation.mutate(given, { onSettled: done }),
  };
}

function formContext(plan: Plan, errors: FieldErrors): FormContext {
  const byPath = new Map(
    errors.map(({ path, message, overridable }) => [
      path.replace(/^document\./, ''),
      overridable ? `${message} An override with a reason is possible.` : message,
    ]),
  );
  const base = plan.document as unknown;
  const at = (path: readonly PathPart[]): unknown =>
    path.reduce<unknown>((value, part) => (value as Record<PathPart, unknown> | undefined)?.[part], base);
  return {
    errorAt: (path) => byPath.get(path),
    isChanged: (path, value) => JSON.stringify(at(path) ?? null) !== JSON.stringify(value ?? null),
  };
}
