import { NativeSelect } from '@mantine/core';
import { useReducedMotion } from '@mantine/hooks';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Column, DataTable } from '../../ui/data-table.js';
import { LinkButton } from '../../ui/link-button.js';
import list from '../../ui/list.module.css';
import { moment } from '../../ui/moments.js';
import { Asked } from '../../ui/states.js';
import { ServiceTable } from '../operations/service-table.js';
import { topicName } from '../operations/service-words.js';
import { type ServiceState, useServices } from '../operations/use-services.js';
import { FlowMap } from './flow-map.js';
import { ownerOf, topics } from './map.js';
import { type Rates, useRates } from './use-rates.js';
import { usePulses } from './use-pulses.js';

/** What flows between the services, as it flows; and the same as tables. */
export function FlowPage(): ReactNode {
  const { t } = useTranslation();
  const services = useServices();
  const [topic, setTopic] = useState('');
  const isStill = useReducedMotion();
  const rates = useRates(services.data, services.dataUpdatedAt);
  const { pulses, end } = usePulses(rates.news, services.dataUpdatedAt);
  return (
    <>
      <div className={list.head}>
        <h1>{t('operations.map.title')}</h1>
        <LinkButton to="/operations" variant="default">
          {t('operations.map.operations')}
        </LinkButton>
      </div>
      <p className="soft">
        {t('operations.map.about')} {isStill && t('operations.map.still')}
      </p>
      <Asked query={services}>
        {(states) => (
          <>
            <div className={list.filters}>
              <NativeSelect
                label={t('operations.map.topics')}
                data={[
                  { value: '', label: t('operations.map.all') },
                  ...topics.map((value) => ({ value, label: topicName(value) })),
                ]}
                value={topic}
                onChange={({ currentTarget }) => setTopic(currentTarget.value)}
              />
            </div>
            <FlowMap states={states} rates={rates} topic={topic} pulses={pulses} end={end} />
            <p className="soft numbers">
              {t('operations.checked', { at: moment(new Date(services.dataUpdatedAt).toISOString()) })}
            </p>
            <Topics states={states} rates={rates} />
            <ServiceTable services={states} />
          </>
        )}
      </Asked>
    </>
  );
}

/** The map in words. */
function Topics({ states, rates }: { states: readonly ServiceState[]; rates: Rates }): ReactNode {
  const { t } = useTranslation();
  const columns: Column<string>[] = [
    { id: 'topic', head: t('operations.map.topic'), cell: (topic) => <b>{topicName(topic)}</b> },
    {
      id: 'from',
      head: t('operations.map.from'),
      cell: (topic) => t(`operations.services.${ownerOf[topic] ?? 'gateway'}`),
    },
    {
      id: 'to',
      head: t('operations.map.to'),
      cell: (topic) =>
        states
          .filter(({ service, state }) => service !== ownerOf[topic] && state?.consumes.includes(topic))
          .map(({ service }) => t(`operations.services.${service}`))
          .join(', '),
    },
    {
      id: 'rate',
      head: t('operations.map.rate'),
      cell: (topic) => <span className="numbers">{rates.perMinute[topic] ?? 0}</span>,
    },
    {
      id: 'total',
      head: t('operations.map.total'),
      cell: (topic) => <span className="numbers">{rates.total[topic] ?? 0}</span>,
    },
  ];
  return <DataTable label={t('operations.map.topics')} columns={columns} rows={topics} keyOf={(topic) => topic} />;
}
