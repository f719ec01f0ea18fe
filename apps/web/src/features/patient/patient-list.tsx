import { Button, Group, TextInput } from '@mantine/core';
import { IconPlus, IconSearch } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Page, Patient } from '#contracts';
import { get, queryOf } from '../../api/client.js';
import { keys } from '../../api/keys.js';
import { isTyping, lettersAreOn } from '../../app/keys-help.js';
import { useNow } from '../../ui/clock.js';
import { ageOn, day } from '../../ui/moments.js';
import { StackedCell, StackedRow, StackedTable } from '../../ui/stacked-table.js';
import { Empty, Failed, LoadingRows } from '../../ui/states.js';
import { RegisterPatient } from './register-patient.js';

const route = getRouteApi('/patients');
/** Typing ends, then the question is asked once. */
const pauseMs = 200;

/** Everybody with a record here, found by the beginning of the name or by record number. */
export function PatientList(): ReactNode {
  const { t } = useTranslation('translation', { keyPrefix: 'patients' });
  const { register: isRegistering } = route.useSearch();
  const navigate = useNavigate();
  const [typed, setTyped] = useState('');
  const query = useSettled(typed.trim());
  const search = useSearchKey();
  const pages = useInfiniteQuery({
    queryKey: keys.patients(query),
    queryFn: ({ pageParam, signal }) =>
      get<Page<Patient>>(`/api/patients${queryOf({ query, limit: 50, cursor: pageParam })}`, signal),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    placeholderData: (before) => before,
  });
  const found = pages.data?.pages.flatMap(({ items }) => items) ?? [];
  const setRegistering = (register: boolean) =>
    void navigate({ to: '/patients', search: register ? { register } : {}, replace: true });
  return (
    <>
      <Group justify="space-between" align="end" mb="md">
        <h1>{t('title')}</h1>
        <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setRegistering(true)}>
          {t('register.open')}
        </Button>
      </Group>
      <TextInput
        ref={search}
        // The text names people, so it stays here and never goes into the address.
        label={t('find')}
        description={t('findHow')}
        leftSection={<IconSearch size={16} aria-hidden />}
        value={typed}
        onChange={({ currentTarget }) => setTyped(currentTarget.value)}
        maw={420}
        mb="md"
      />
      {pages.isPending && <LoadingRows />}
      {pages.isError && <Failed error={pages.error} retry={() => void pages.refetch()} />}
      {pages.isSuccess && found.length === 0 && (
        <Empty title={query ? t('nobodyFound', { query }) : t('nobody')}>
          {query ? (
            <Button variant="default" onClick={() => setTyped('')}>
              {t('resetSearch')}
            </Button>
          ) : (
            <p>{t('nobodyHow')}</p>
          )}
        </Empty>
      )}
      {found.length > 0 && <Found patients={found} />}
      {pages.hasNextPage && (
        <Button variant="default" loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
          {t('more')}
        </Button>
      )}
      {isRegistering && <RegisterPatient close={() => setRegistering(false)} />}
    </>
  );
}

function Found({ patients }: { patients: readonly Patient[] }): ReactNode {
  const { t } = useTranslation('translation', { keyPrefix: 'patients' });
  const now = useNow();
  return (
    <div className="card">
      <StackedTable label={t('title')} columns={[t('name'), t('born'), t('record'), t('plan')]}>
        {patients.map(({ id, name, birthDate, recordNumber, planId }) => (
          <StackedRow key={id}>
            <StackedCell label={t('name')}>
              <Link to="/patients/$patientId" params={{ patientId: id }}>
                <strong>
                  {name.family}, {name.given}
                </strong>
              </Link>
            </StackedCell>
            <StackedCell label={t('born')}>
              <span className="numbers">
                {day(birthDate)} <span className="soft">({ageOn(birthDate, now)} y)</span>
              </span>
            </StackedCell>
            <StackedCell label={t('record')}>{recordNumber}</StackedCell>
            <StackedCell label={t('plan')}>
              {planId ? t('hasPlan') : <span className="soft">{t('noPlan')}</span>}
            </StackedCell>
          </StackedRow>
        ))}
      </StackedTable>
    </div>
  );
}

function useSettled(text: string): string {
  const [settled, settle] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => settle(text), pauseMs);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}

/** `/` goes to the search, as in every list. */
function useSearchKey(): (input: HTMLInputElement | null) => void {
  const [input, keep] = useState<HTMLInputElement | null>(null);
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== '/' || !lettersAreOn() || isTyping(event)) return;
      event.preventDefault();
      input?.focus();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [input]);
  return keep;
}
