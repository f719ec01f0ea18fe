import { Button, NativeSelect, TextInput } from '@mantine/core';
import { getRouteApi, Link } from '@tanstack/react-router';
import { type ReactNode, useDeferredValue } from 'react';
import { useTranslation } from 'react-i18next';
import { type Column, DataTable } from '../../ui/data-table.js';
import classes from '../../ui/list.module.css';
import { Asked, Empty } from '../../ui/states.js';
import type { Rule, RunningRules } from './rule.js';
import { RuleStatusMark } from './rule-marks.js';
import { readRuleSearch, type RuleSearch, ruleStatuses } from './rule-search.js';
import { dueText, mustText, roleText, searchTextOf, whenText } from './rule-words.js';
import { useRules } from './use-rules.js';

const route = getRouteApi('/rules');

/** All rules that run, in plain words. */
export function RulesPage(): ReactNode {
  const { t } = useTranslation();
  const rules = useRules();
  return (
    <>
      <div className={classes.head}>
        <h1>{t('rules.title')}</h1>
        {rules.data && (
          <span className="soft">
            {t('rules.version', { version: rules.data.version })}
            {Object.entries(rules.data.counts).map(
              ([status, count]) => ` · ${count} ${t(`rules.statuses.${status}`).toLowerCase()}`,
            )}
          </span>
        )}
      </div>
      <p className="soft">{t('rules.about')}</p>
      <Asked query={rules}>{(running) => <Rules running={running} />}</Asked>
    </>
  );
}

function Rules({ running: { rules } }: { running: RunningRules }): ReactNode {
  const { t } = useTranslation();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const wanted = useDeferredValue(search);
  const columns = useColumns();
  if (rules.length === 0)
    return (
      <Empty title={t('rules.none')}>
        <p>{t('rules.noneMore')}</p>
      </Empty>
    );
  const words = (wanted.q ?? '').toLowerCase().split(/\s+/).filter(Boolean);
  const found = rules.filter((rule) => {
    const text = searchTextOf(t, rule);
    return (
      (!wanted.role || rule.role === wanted.role) &&
      (!wanted.status || rule.status === wanted.status) &&
      words.every((word) => text.includes(word))
    );
  });
  return (
    <>
      <Filters search={search} roles={[...new Set(rules.map(({ role }) => role))].sort()} />
      <p role="status" className="soft">
        {t('rules.shown', { count: found.length })}
      </p>
      {found.length === 0 ? (
        <Empty title={t('rules.noneFound')}>
          <Button variant="default" onClick={() => void navigate({ search: {} })}>
            {t('actions.reset')}
          </Button>
        </Empty>
      ) : (
        <DataTable label={t('rules.list')} columns={columns} rows={found} keyOf={({ id }) => id} />
      )}
    </>
  );
}

function Filters({ search, roles }: { search: RuleSearch; roles: string[] }): ReactNode {
  const { t } = useTranslation();
  const navigate = route.useNavigate();
  const choose = (next: object): void =>
    void navigate({ search: readRuleSearch({ ...search, ...next }), replace: true, resetScroll: false });
  return (
    <form role="search" className={classes.filters} onSubmit={(event) => event.preventDefault()}>
      <TextInput
        type="search"
        label={t('rules.search')}
        placeholder={t('rules.searchMore')}
        value={search.q ?? ''}
        onChange={({ currentTarget }) => choose({ q: currentTarget.value })}
      />
      <NativeSelect
        label={t('rules.role')}
        data={[{ value: '', label: t('actions.any') }, ...roles.map((value) => ({ value, label: roleText(t, value) }))]}
        value={search.role ?? ''}
        onChange={({ currentTarget }) => choose({ role: currentTarget.value })}
      />
      <NativeSelect
        label={t('rules.status')}
        data={[
          { value: '', label: t('actions.any') },
          ...ruleStatuses.map((value) => ({ value, label: t(`rules.statuses.${value}`) })),
        ]}
        value={search.status ?? ''}
        onChange={({ currentTarget }) => choose({ status: currentTarget.value })}
      />
    </form>
  );
}

function useColumns(): Column<Rule>[] {
  const { t } = useTranslation();
  return [
    {
      id: 'id',
      head: t('rules.columns.id'),
      cell: ({ id }) => (
        <Link to="/rules/$ruleId" params={{ ruleId: id }} data-row>
          {id}
        </Link>
      ),
    },
    { id: 'when', head: t('rules.columns.when'), cell: (rule) => whenText(rule) },
    { id: 'who', head: t('rules.columns.who'), cell: ({ role }) => roleText(t, role) },
    { id: 'ask', head: t('rules.columns.ask'), cell: ({ ask }) => ask.text },
    {
      id: 'due',
      head: t('rules.columns.due'),
      cell: ({ due, urgency }) => (
        <>
          {dueText(t, due)} <span className="soft">({t(`rules.urgencies.${urgency}`).toLowerCase()})</span>
        </>
      ),
    },
    { id: 'must', head: t('rules.columns.must'), cell: ({ role }) => mustText(t, role) },
    { id: 'status', head: t('rules.columns.status'), cell: ({ status }) => <RuleStatusMark status={status} /> },
    { id: 'source', head: t('rules.columns.source'), cell: ({ source }) => source.join(', ') },
  ];
}
