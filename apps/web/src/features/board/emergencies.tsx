import { Button } from '@mantine/core';
import { IconAlertOctagon } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Page, WorkItem } from '#contracts';
import { get, queryOf } from '../../api/client.js';
import { keys } from '../../api/keys.js';
import { day, moment } from '../../ui/moments.js';
import { Mark } from '../../ui/status.js';
import { useWorkItemActs } from './work-item-acts.js';
import classes from './emergencies.module.css';

/** Alarms stay on top, whatever is filtered, until somebody says: I take it. */
export function Emergencies({ isMine }: { isMine: (item: WorkItem) => boolean }): ReactNode {
  const { t } = useTranslation();
  const { take, fault } = useWorkItemActs();
  const filter = { status: 'open', urgency: 'emergency', taken: false, limit: 50 };
  const { data } = useQuery({
    queryKey: keys.workItems(filter),
    queryFn: ({ signal }) => get<Page<WorkItem>>(`/api/work-items${queryOf(filter)}`, signal),
  });
  const items = (data?.items ?? []).filter(isMine);
  if (items.length === 0) return null;
  return (
    <section aria-label={t('board.emergencies.title')} className={classes.emergencies}>
      <h2>
        <Mark tone="late" icon={IconAlertOctagon}>
          {t('board.emergencies.title')}
        </Mark>
      </h2>
      {fault && <p role="alert">{fault}</p>}
      <ul>
        {items.map(({ id, patient, ask, alarms, patientId }) => (
          <li key={id}>
            <span>
              <a href={`/patients/${patientId}`}>
                <b>{patient?.name ?? t('board.desk.unknownPatient')}</b>
              </a>
              {patient && ` · ${day(patient.birthDate)} · ${patient.recordNumber}`}
              <br />
              {ask.text} <span className="soft">{ask.reason}</span>
              <br />
              <span className="soft">
                {t('board.emergencies.due', { due: moment(ask.dueAt) })}
                {alarms > 0 && ` · ${t('board.emergencies.alarms', { count: alarms })}`}
              </span>
            </span>
            <Button
              size="compact-md"
              onClick={() => void take(id)}
              aria-label={t('board.emergencies.takeFor', { name: patient?.name ?? '' })}
            >
              {t('board.emergencies.take')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
