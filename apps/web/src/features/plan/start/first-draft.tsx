import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useBlocker, useNavigate } from '@tanstack/react-router';
import { type ReactNode, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CreatedPlan, Patient, PartnerRole, PlanDocumentInput, TeamMemberInput } from '#contracts';
import { post } from '../../../api/client.js';
import { Failed } from '../../../ui/states.js';
import { faultsOf } from '../edit/faults.js';
import { FormPage } from '../edit/form-page.js';
import { PathwayHelp } from '../edit/pathway-help.js';
import { reveal } from '../form/reveal.js';
import { withoutEmpty } from '../model/values.js';
import classes from '../edit/editor.module.css';
import { FirstTeam } from './first-team.js';
import type { Beginning } from './first-plan.js';

/** Version 1 as a form, with its first team beside it. Nothing of it is stored before it is published. */
export function FirstDraft({
  patient,
  beginning,
  me,
}: {
  patient: Patient;
  beginning: Beginning;
  me: string;
}): ReactNode {
  const { t } = useTranslation();
  const [document, change] = useState<PlanDocumentInput>(beginning.document);
  const [team, setTeam] = useState<TeamMemberInput[]>([]);
  const creation = useCreation(patient.id);
  const faults = faultsOf(creation.error);
  useBlocker({
    shouldBlockFn: () => !creation.isDone.current && !window.confirm(t('plan.first.leave')),
    enableBeforeUnload: () => !creation.isDone.current,
  });
  const active = team.filter(({ status }) => status === 'active');
  const { given, family } = patient.name;
  return (
    <>
      <p className="soft">{t('plan.first.notStored')}</p>
      {creation.error !== null && faults.length === 0 && <Failed error={creation.error} />}
      <FormPage
        editing={{ document, base: null, faults, me, change }}
        differences={[]}
        above={<PathwayHelp document={document} team={team} change={change} />}
        beside={
          <>
            <div className={classes.scroll} tabIndex={0} role="group" aria-label={t('plan.first.team')}>
              {beginning.open.length > 0 && <Open open={beginning.open} />}
              <FirstTeam roles={(beginning.pathway?.roles ?? []) as PartnerRole[]} team={team} change={setTeam} />
            </div>
            <div className={classes.foot}>
              <p>{t('plan.first.publishing', { given, family, count: active.length })}</p>
              <Button
                fullWidth
                loading={creation.isPending}
                onClick={() => creation.run({ document: withoutEmpty(document) as PlanDocumentInput, team })}
              >
                {t('plan.publish.publish', { version: 1 })}
              </Button>
            </div>
          </>
        }
      />
    </>
  );
}

function useCreation(patientId: string) {
  const queries = useQueryClient();
  const navigate = useNavigate();
  // Read by the guard at the door in the same moment in which it is written.
  const isDone = useRef(false);
  const mutation = useMutation({
    mutationFn: (given: { document: PlanDocumentInput; team: TeamMemberInput[] }) =>
      post<CreatedPlan>(`/api/patients/${patientId}/plans`, given),
    onSuccess: async () => {
      isDone.current = true;
      await queries.invalidateQueries({ queryKey: ['patient'] });
      void navigate({ to: '/patients/$patientId', params: { patientId } });
    },
  });
  return { run: mutation.mutate, error: mutation.error, isPending: mutation.isPending, isDone };
}

/** What neither packet nor pathway can say, each leading to its field. */
function Open({ open }: { open: Beginning['open'] }): ReactNode {
  const { t } = useTranslation();
  return (
    <>
      <h2>{t('plan.first.open')}</h2>
      <ul>
        {open.map(({ path, why }) => {
          const place = path.replace(/^document\./, '');
          return (
            <li key={path}>
              <a
                href={`#field-${place}`}
                onClick={(event) => {
                  event.preventDefault();
                  void reveal(place);
                }}
              >
                {place.split('.').at(-1)}
              </a>
              : {why}
            </li>
          );
        })}
      </ul>
    </>
  );
}
