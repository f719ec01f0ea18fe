import { NativeSelect, TextInput } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from '../../ui/list.module.css';
import { actorRoles, outcomes, readAuditSearch } from './audit-search.js';

const route = getRouteApi('/audit');
const searchAfterMs = 400;
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export function AuditFilters(): ReactNode {
  const { t } = useTranslation();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const choose = (next: object): void =>
    void navigate({ search: readAuditSearch({ ...search, ...next }), replace: true, resetScroll: false });
  const any = { value: '', label: t('actions.any') };
  return (
    <form
      role="search"
      aria-label={t('audit.filters')}
      className={classes.filters}
      onSubmit={(event) => event.preventDefault()}
    >
      <Typed
        label={t('audit.patient')}
        value={search.patient ?? ''}
        isWhole={(text) => uuid.test(text)}
        change={(patient) => choose({ patient })}
      />
      <Typed label={t('audit.actor')} value={search.actor ?? ''} change={(actor) => choose({ actor })} />
      <NativeSelect
        label={t('audit.role')}
        data={[any, ...actorRoles.map((value) => ({ value, label: t(`roles.${value}`) }))]}
        value={search.role ?? ''}
        onChange={({ currentTarget }) => choose({ role: currentTarget.value })}
      />
      <NativeSelect
        label={t('audit.outcome')}
        data={[any, ...outcomes.map((value) => ({ value, label: t(`audit.outcomes.${value}`) }))]}
        value={search.outcome ?? ''}
        onChange={({ currentTarget }) => choose({ outcome: currentTarget.value })}
      />
      <TextInput
        type="date"
        label={t('audit.from')}
        value={search.from ?? ''}
        onChange={({ currentTarget }) => choose({ from: currentTarget.value })}
      />
      <TextInput
        type="date"
        label={t('audit.to')}
        value={search.to ?? ''}
        onChange={({ currentTarget }) => choose({ to: currentTarget.value })}
      />
    </form>
  );
}

/** Asked when somebody has finished typing; half an id is no question. */
function Typed({
  label,
  value,
  change,
  isWhole = () => true,
}: {
  label: string;
  value: string;
  change: (text: string) => void;
  isWhole?: (text: string) => boolean;
}): ReactNode {
  const [typed, setTyped] = useState(value);
  useEffect(() => setTyped(value), [value]);
  useEffect(() => {
    const text = typed.trim();
    if (text === value || (text !== '' && !isWhole(text))) return;
    const timer = setTimeout(() => change(text), searchAfterMs);
    return () => clearTimeout(timer);
  });
  return <TextInput label={label} value={typed} onChange={({ currentTarget }) => setTyped(currentTarget.value)} />;
}
