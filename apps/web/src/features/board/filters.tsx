import { Button, CloseButton, Group, Menu } from '@mantine/core';
import { IconFilter } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import type { TFunction } from 'i18next';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { HandoffCounts, HandoffSummary } from '#contracts';
import { day } from '../../ui/moments.js';
import { inWords, roleName } from '../../ui/words.js';
import {
  type BoardFilter,
  type BoardSearch,
  type FilterField,
  filterFields,
  filterOf,
  reset,
  withFilter,
  withoutFilter,
} from './board-search.js';
import { tiles } from './tiles.js';
import classes from './filters.module.css';

/** A filter as words; colour and place say nothing more. */
export function inFilterWords(t: TFunction, field: FilterField, value: string | boolean, names: NameOfPartner): string {
  const name = t(`board.fields.${field}`);
  if (typeof value === 'boolean') return value ? name : t('board.not', { what: name });
  switch (field) {
    case 'tile': {
      const tile = tiles.find((one) => one.tile === value);
      return tile ? t(`board.tiles.${tile.name}`) : value;
    }
    case 'patient':
    case 'plan':
      return name;
    case 'role':
      return `${name}: ${roleName(value)}`;
    case 'partner':
      return `${name}: ${names(value)}`;
    case 'waitingOn':
      return `${name} ${t(`board.lanes.${value as 'us'}`)}`;
    case 'due':
    case 'age':
    case 'chase':
    case 'status':
      return `${name}: ${t(`board.values.${field}.${value}` as 'board.values.due.today')}`;
    case 'issuedFrom':
    case 'issuedTo':
    case 'sentFrom':
    case 'sentTo':
      return `${name} ${day(value)}`;
    default:
      return `${name}: ${inWords(value)}`;
  }
}

type NameOfPartner = (partnerId: string) => string;

/** The list knows the names of the partners whose rows it shows. */
export const namesIn =
  (rows: Iterable<{ row: HandoffSummary }>): NameOfPartner =>
  (partnerId) => {
    for (const { row } of rows) if (row.partnerId === partnerId && row.partnerName) return row.partnerName;
    return inWords(partnerId);
  };

export function Chips({ search, names }: { search: BoardSearch; names: NameOfPartner }): ReactNode {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const filter = filterOf(search);
  const set = filterFields.filter((field) => filter[field] !== undefined);
  if (set.length === 0) return null;
  return (
    <Group gap="xs" component="ul" aria-label={t('board.filters')} className={classes.chips}>
      {set.map((field) => {
        const words = inFilterWords(t, field, filter[field] as string | boolean, names);
        return (
          <li key={field} className={classes.chip}>
            {words}
            <CloseButton
              size="sm"
              aria-label={t('board.removeFilter', { filter: words })}
              onClick={() => void navigate({ to: '/board', search: withoutFilter(search, field) })}
            />
          </li>
        );
      })}
      <li>
        <Button
          variant="subtle"
          size="compact-sm"
          onClick={() => void navigate({ to: '/board', search: reset(search) })}
        >
          {t('board.resetFilters')}
        </Button>
      </li>
    </Group>
  );
}

const lanes = ['us', 'partner', 'payer', 'patient'] as const;
const dues = ['overdue', 'today', 'week'] as const;

/** What the list can be narrowed to, with the numbers where there are some. */
export function FilterMenu({
  search,
  counts,
  me,
}: {
  search: BoardSearch;
  counts: HandoffCounts | undefined;
  me: string;
}): ReactNode {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const item = (field: FilterField, value: string | boolean, count?: number): ReactNode => (
    <Menu.Item
      key={`${field} ${value}`}
      onClick={() => void navigate({ to: '/board', search: withFilter(search, { [field]: value } as BoardFilter) })}
      rightSection={count === undefined ? undefined : <span className="numbers">{count}</span>}
    >
      {inFilterWords(t, field, value, inWords)}
    </Menu.Item>
  );
  return (
    <Menu position="bottom-start" width={280}>
      <Menu.Target>
        <Button variant="default" size="sm" leftSection={<IconFilter size={16} aria-hidden />}>
          {t('board.addFilter')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown className={classes.menu}>
        {lanes.map((lane) => item('waitingOn', lane, counts?.byLane[lane] ?? 0))}
        <Menu.Divider />
        {dues.map((due) => item('due', due))}
        {item('blocked', true)}
        {item('blocked', false)}
        {item('contested', true, counts?.contested)}
        {item('undeliverable', true, counts?.undeliverable)}
        {item('chase', 'asleep')}
        {item('owner', me)}
        <Menu.Divider />
        {Object.entries(counts?.byRole ?? {})
          .sort(([, a], [, b]) => b - a)
          .map(([role, count]) => item('role', role, count))}
      </Menu.Dropdown>
    </Menu>
  );
}
