import { Button, NativeSelect } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from '../../ui/list.module.css';
import { useDirectory } from '../partners/use-directory.js';
import { channels, type DeliverySearch, readDeliverySearch, spans, states } from './delivery-search.js';

const route = getRouteApi('/deliveries');

/** Which deliveries are shown. Each choice stands in the address. */
export function DeliveryFilters({ filter }: { filter: DeliverySearch }): ReactNode {
  const { t } = useTranslation();
  const navigate = route.useNavigate();
  const { data: directory = [] } = useDirectory();
  const any = { value: '', label: t('actions.any') };
  const choose = (name: keyof DeliverySearch, value: string): void =>
    void navigate({ search: readDeliverySearch({ ...filter, [name]: value }), replace: true });
  return (
    <form role="search" aria-label={t('deliveries.filters')} className={classes.filters}>
      <NativeSelect
        label={t('deliveries.columns.state')}
        data={[any, ...states.map((value) => ({ value, label: t(`deliveries.states.${value}`) }))]}
        value={filter.state ?? ''}
        onChange={({ currentTarget }) => choose('state', currentTarget.value)}
      />
      <NativeSelect
        label={t('deliveries.columns.channel')}
        data={[any, ...channels.map((value) => ({ value, label: t(`deliveries.channels.${value}`) }))]}
        value={filter.channel ?? ''}
        onChange={({ currentTarget }) => choose('channel', currentTarget.value)}
      />
      <NativeSelect
        label={t('deliveries.columns.partner')}
        data={[any, ...directory.map(({ partnerId, name }) => ({ value: partnerId, label: name }))]}
        value={filter.partner ?? ''}
        onChange={({ currentTarget }) => choose('partner', currentTarget.value)}
      />
      <NativeSelect
        label={t('deliveries.since.label')}
        data={[any, ...spans.map((value) => ({ value, label: t(`deliveries.since.${value}`) }))]}
        value={filter.since ?? ''}
        onChange={({ currentTarget }) => choose('since', currentTarget.value)}
      />
      {filter.handoff && (
        <Button variant="light" onClick={() => choose('handoff', '')}>
          {t('deliveries.allOfOne')} ×
        </Button>
      )}
    </form>
  );
}
