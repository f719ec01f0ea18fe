import { Button, Checkbox, Group, Radio, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconAlertOctagon } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ClearRedFlag, Patient, PublishedVersion, RedFlag } from '#contracts';
import { post } from '../../../api/client.js';
import { Dialog } from '../../../ui/dialog.js';
import { moment } from '../../../ui/moments.js';
import { nameOf } from '../../../ui/names.js';
import { Failed } from '../../../ui/states.js';
import { Mark } from '../../../ui/status.js';
import { inWords, sentence } from '../../../ui/words.js';
import classes from './triage.module.css';

/** Red flags that stand in the plan; a physician clears each with what was found. */
export function ActiveFlags({
  flags,
  patient,
  mayClear,
}: {
  flags: readonly RedFlag[];
  patient: Patient;
  mayClear: boolean;
}): ReactNode {
  const { t } = useTranslation('translation', { keyPrefix: 'patientPage.triage' });
  const [clearing, clear] = useState<RedFlag | null>(null);
  const active = flags.filter(({ status }) => status === 'active');
  if (active.length === 0) return null;
  return (
    <section className="card" aria-labelledby="flags">
      <h2 id="flags">{t('active')}</h2>
      <ul className={classes.flags}>
        {active.map((flag) => (
          <li key={flag.id}>
            <Mark tone="late" icon={IconAlertOctagon}>
              {sentence(inWords(flag.kind))}
            </Mark>
            <span className="soft">
              {t('observed', { at: moment(flag.observedAt) })}
              {flag.region && ` · ${flag.region}`}
            </span>
            {mayClear && (
              <Button variant="default" size="compact-sm" className="no-print" onClick={() => clear(flag)}>
                {t('clear')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {clearing && <Clearance flag={clearing} patient={patient} close={() => clear(null)} />}
    </section>
  );
}

function Clearance({ flag, patient, close }: { flag: RedFlag; patient: Patient; close: () => void }): ReactNode {
  const { t } = useTranslation('translation', { keyPrefix: 'patientPage.triage' });
  const { t: act } = useTranslation('translation', { keyPrefix: 'actions' });
  const queries = useQueryClient();
  const [form, setForm] = useState<ClearRedFlag>({ finding: '', urological: false, imaging: 'resulted' });
  const who = nameOf(patient);
  const clearing = useMutation({
    mutationFn: () => post<PublishedVersion>(`/api/patients/${patient.id}/triage/${flag.id}/clearance`, form),
    onSuccess: async ({ version }) => {
      notifications.show({ message: t('cleared', { version }) });
      close();
      await Promise.all(['plan', 'patient', 'handoff'].map((kind) => queries.invalidateQueries({ queryKey: [kind] })));
    },
  });
  return (
    <Dialog close={close} title={t('clearTitle', { flag: sentence(inWords(flag.kind)), patient: who })}>
      <TextInput
        label={t('finding')}
        required
        data-autofocus
        value={form.finding}
        onChange={({ currentTarget }) => setForm({ ...form, finding: currentTarget.value })}
        mb="sm"
      />
      <Radio.Group
        label={t('imaging')}
        value={form.imaging}
        onChange={(imaging) => setForm({ ...form, imaging: imaging as ClearRedFlag['imaging'] })}
        mb="sm"
      >
        <Group mt={4}>
          {(['resulted', 'cancelled'] as const).map((state) => (
            <Radio key={state} value={state} label={t(`imagingStates.${state}`)} />
          ))}
        </Group>
      </Radio.Group>
      <Checkbox
        label={t('urological')}
        checked={form.urological}
        onChange={({ currentTarget }) => setForm({ ...form, urological: currentTarget.checked })}
        mb="md"
      />
      {clearing.isError && <Failed error={clearing.error} />}
      <Group justify="flex-end">
        <Button variant="default" onClick={close}>
          {act('cancel')}
        </Button>
        <Button disabled={!form.finding.trim()} loading={clearing.isPending} onClick={() => clearing.mutate()}>
          {t('clearSubmit', { patient: who })}
        </Button>
      </Group>
    </Dialog>
  );
}
