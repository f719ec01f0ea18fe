import { Button, Checkbox, Group, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Patient, TriageAnswer, TriageFinding, TriageForm } from '#contracts';
import { get, post } from '../../../api/client.js';
import { Dialog } from '../../../ui/dialog.js';
import { nameOf } from '../../../ui/names.js';
import { Asked, Failed } from '../../../ui/states.js';
import { inWords, sentence } from '../../../ui/words.js';
import { TriageResult } from './triage-result.js';
import classes from './triage.module.css';

type Finding = Pick<
  TriageFinding,
  'kind' | 'onset' | 'side' | 'neurologicSign' | 'withPlan' | 'pumpWithdrawal' | 'implant'
> & { region: string };
type Findings = Readonly<Partial<Record<TriageFinding['kind'], Finding>>>;
type FormItem = TriageForm['items'][number];

const startOf = (kind: Finding['kind']): Finding => ({
  kind,
  onset: 'new',
  side: 'n/a',
  region: '',
  neurologicSign: false,
  withPlan: false,
  pumpWithdrawal: false,
  implant: false,
});

/** Whoever takes the call ticks what is reported; the answer says what to do now and who was told. */
export function TriageDialog({ patient, close }: { patient: Patient; close: () => void }): ReactNode {
  const { t } = useTranslation('translation', { keyPrefix: 'patientPage.triage' });
  const form = useQuery({
    queryKey: ['triage-form'],
    queryFn: ({ signal }) => get<TriageForm>('/api/triage/form', signal),
    staleTime: Infinity,
  });
  return (
    <Dialog close={close} title={t('title', { patient: nameOf(patient) })} size="xl" keepOpen>
      <Asked query={form}>{({ items }) => <Report items={items} patient={patient} close={close} />}</Asked>
    </Dialog>
  );
}

function Report({
  items,
  patient,
  close,
}: {
  items: readonly FormItem[];
  patient: Patient;
  close: () => void;
}): ReactNode {
  const { t } = useTranslation('translation', { keyPrefix: 'patientPage.triage' });
  const { t: act } = useTranslation('translation', { keyPrefix: 'actions' });
  const queries = useQueryClient();
  const [findings, setFindings] = useState<Findings>({});
  const [note, setNote] = useState('');
  const [filter, setFilter] = useState('');
  const chosen = Object.values(findings);
  const reporting = useMutation({
    mutationFn: () =>
      post<TriageAnswer>(`/api/patients/${patient.id}/triage`, {
        redFlags: chosen.map(({ region, ...finding }) => ({
          ...finding,
          ...(region.trim() ? { region: region.trim() } : {}),
        })),
        ...(note.trim() ? { note: note.trim() } : {}),
      }),
    onSuccess: () =>
      Promise.all(
        ['patient', 'plan', 'handoff', 'work-item'].map((kind) => queries.invalidateQueries({ queryKey: [kind] })),
      ),
  });
  if (reporting.isSuccess) return <TriageResult answer={reporting.data} patient={patient} close={close} />;
  const shown = items.filter(
    ({ kind, qualifies }) =>
      findings[kind] || `${inWords(kind)} ${qualifies}`.toLowerCase().includes(filter.toLowerCase()),
  );
  const toggle = (kind: Finding['kind'], isOn: boolean): void =>
    setFindings(({ [kind]: _before, ...others }) => (isOn ? { ...others, [kind]: startOf(kind) } : others));
  return (
    <>
      <p>{t('intro')}</p>
      <TextInput
        label={t('find')}
        value={filter}
        onChange={({ currentTarget }) => setFilter(currentTarget.value)}
        data-autofocus
        mb="xs"
      />
      <ul className={classes.signs}>
        {shown.map((item) => (
          <Sign
            key={item.kind}
            item={item}
            finding={findings[item.kind]}
            toggle={(isOn) => toggle(item.kind, isOn)}
            set={(finding) => setFindings((before) => ({ ...before, [item.kind]: finding }))}
          />
        ))}
      </ul>
      <Note note={note} setNote={setNote} />
      {reporting.isError && <Failed error={reporting.error} />}
      <Group justify="flex-end" className={classes.foot}>
        <Button variant="default" onClick={close}>
          {act('cancel')}
        </Button>
        <Button
          color="red"
          disabled={chosen.length === 0}
          loading={reporting.isPending}
          onClick={() => reporting.mutate()}
        >
          {t(chosen.length === 0 ? 'submit_zero' : 'submit', { count: chosen.length, patient: nameOf(patient) })}
        </Button>
      </Group>
    </>
  );
}

function Note({ note, setNote }: { note: string; setNote: (note: string) => void }): ReactNode {
  const { t } = useTranslation('translation', { keyPrefix: 'patientPage.triage' });
  return (
    <Textarea
      label={t('note')}
      description={t('noteHow')}
      autosize
      minRows={2}
      value={note}
      onChange={({ currentTarget }) => setNote(currentTarget.value)}
      mb="md"
    />
  );
}

/** Kinds that something else makes an emergency of. */
const asksFor: Readonly<Partial<Record<Finding['kind'], 'withPlan' | 'pumpWithdrawal' | 'implant'>>> = {
  'self-harm': 'withPlan',
  device: 'pumpWithdrawal',
  'fever-spine': 'implant',
  'fever-after-procedure': 'implant',
};

function Sign({
  item: { kind, qualifies, urgency, questions },
  finding,
  toggle,
  set,
}: {
  item: FormItem;
  finding: Finding | undefined;
  toggle: (isOn: boolean) => void;
  set: (finding: Finding) => void;
}): ReactNode {
  const { t } = useTranslation('translation', { keyPrefix: 'patientPage.triage' });
  const extra = asksFor[kind];
  return (
    <li className={classes.sign} data-on={finding !== undefined || undefined}>
      <Checkbox
        checked={finding !== undefined}
        onChange={({ currentTarget }) => toggle(currentTarget.checked)}
        label={
          <>
            <strong>{sentence(inWords(kind))}</strong> <span className="soft">· {t(`urgencies.${urgency}`)}</span>
            <br />
            <span className={classes.qualifies}>{qualifies}</span>
          </>
        }
      />
      {finding && (
        <div className={classes.more}>
          <ul className={classes.questions}>
            {questions.map((question) => (
              <li key={question}>{question}</li>
            ))}
          </ul>
          <Group gap="md" align="end">
            <NativeSelect
              label={t('side')}
              data={(['n/a', 'left', 'right', 'bilateral', 'midline'] as const).map((value) => ({
                value,
                label: t(`sides.${value}`),
              }))}
              value={finding.side}
              onChange={({ currentTarget }) => set({ ...finding, side: currentTarget.value as Finding['side'] })}
            />
            <TextInput
              label={t('region')}
              value={finding.region}
              onChange={({ currentTarget }) => set({ ...finding, region: currentTarget.value })}
            />
          </Group>
          <Checkbox
            label={t('known')}
            checked={finding.onset === 'known'}
            onChange={({ currentTarget }) => set({ ...finding, onset: currentTarget.checked ? 'known' : 'new' })}
          />
          <Checkbox
            label={t('neurologicSign')}
            checked={finding.neurologicSign}
            onChange={({ currentTarget }) => set({ ...finding, neurologicSign: currentTarget.checked })}
          />
          {extra && (
            <Checkbox
              label={t(extra)}
              checked={finding[extra]}
              onChange={({ currentTarget }) => set({ ...finding, [extra]: currentTarget.checked })}
            />
          )}
        </div>
      )}
    </li>
  );
}
