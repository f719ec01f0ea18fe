import { Button, NativeSelect, TextInput } from '@mantine/core';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Page, Partner } from '#contracts';
import { get, queryOf } from '../../api/client.js';
import { keys } from '../../api/keys.js';
import { type Column, DataTable } from '../../ui/data-table.js';
import { LinkButton } from '../../ui/link-button.js';
import classes from '../../ui/list.module.css';
import { More } from '../../ui/more.js';
import { Asked, Empty } from '../../ui/states.js';
import { roleName } from '../../ui/words.js';
import { Capacity, OpenNow } from './partner-marks.js';
import { type PartnerSearch, partnerRoles, readPartnerSearch } from './partner-search.js';

const route = getRouteApi('/partners');
const searchAfterMs = 250;

/** Whom the clinic works with, found by a part of the name. */
export function PartnersPage(): ReactNode {
  const { t } = useTranslation();
  const search = route.useSearch();
  const partners = useInfiniteQuery({
    queryKey: keys.partners({ ...search }),
    initialPageParam: '',
    queryFn: ({ pageParam: cursor, signal }) =>
      get<Page<Partner>>(`/api/partners${queryOf({ query: search.q, role: search.role, cursor, limit: 50 })}`, signal),
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
  });
  const columns = useColumns();
  return (
    <>
      <div className={classes.head}>
        <h1>{t('partners.title')}</h1>
        <div className={classes.actions}>
          <LinkButton to="/partners/new">{t('partners.new')}</LinkButton>
          <LinkButton to="/partners/import" variant="default">
            {t('partners.import')}
          </LinkButton>
          <Button component="a" href="/api/partners.csv" download="partners.csv" variant="default">
            {t('partners.export')}
          </Button>
        </div>
      </div>
      <Search search={search} />
      <Asked query={partners}>
        {({ pages }) => {
          const rows = pages.flatMap(({ items }) => items);
          if (rows.length > 0)
            return (
              <>
                <DataTable
                  label={t('partners.list')}
                  columns={columns}
                  rows={rows}
                  keyOf={({ partnerId }) => partnerId}
                />
                <More query={partners} />
              </>
            );
          const what = [search.q, search.role && roleName(search.role)].filter(Boolean).join(', ');
          return (
            <Empty title={what ? t('partners.noneFound', { what }) : t('partners.noneYet')}>
              <p>{!what && t('partners.noneYetMore')}</p>
            </Empty>
          );
        }}
      </Asked>
    </>
  );
}

function Search({ search }: { search: PartnerSearch }): ReactNode {
  const { t } = useTranslation();
  const navigate = route.useNavigate();
  const [typed, setTyped] = useState(search.q ?? '');
  const choose = (next: object): void =>
    void navigate({ search: readPartnerSearch({ ...search, ...next }), replace: true });
  useEffect(() => {
    if (typed === (search.q ?? '')) return;
    const timer = setTimeout(() => choose({ q: typed }), searchAfterMs);
    return () => clearTimeout(timer);
  });
  return (
    <form role="search" className={classes.filters} onSubmit={(event) => event.preventDefault()}>
      <TextInput
        type="search"
        label={t('partners.search')}
        placeholder={t('partners.searchMore')}
        value={typed}
        onChange={({ currentTarget }) => setTyped(currentTarget.value)}
      />
      <NativeSelect
        label={t('partners.role')}
        data={[
          { value: '', label: t('actions.any') },
          ...partnerRoles.map((value) => ({ value, label: roleName(value) })),
        ]}
        value={search.role ?? ''}
        onChange={({ currentTarget }) => choose({ role: currentTarget.value })}
      />
    </form>
  );
}

function useColumns(): Column<Partner>[] {
  const { t } = useTranslation();
  return [
    {
      id: 'name',
      head: t('partners.columns.name'),
      cell: ({ partnerId, name, active, kind }) => (
        <>
          <Link to="/partners/$partnerId" params={{ partnerId }} data-row>
            {name}
          </Link>
          {kind === 'clinic' && <span className="soft"> ({t('partners.clinic')})</span>}
          {!active && <span className="soft"> ({t('partners.inactive')})</span>}
        </>
      ),
    },
    {
      id: 'roles',
      head: t('partners.columns.roles'),
      cell: ({ roles }) => roles.map(roleName).join(', ') || <span className="soft">{t('partners.none')}</span>,
    },
    { id: 'now', head: t('partners.columns.now'), cell: (partner) => <OpenNow partner={partner} /> },
    {
      id: 'capacity',
      head: t('partners.columns.capacity'),
      cell: ({ capacity }) => <Capacity capacity={capacity} />,
    },
    {
      id: 'phone',
      head: t('partners.columns.phone'),
      cell: ({ phone }) =>
        phone ? <a href={`tel:${phone}`}>{phone}</a> : <span className="soft">{t('partners.notTold')}</span>,
    },
  ];
}
