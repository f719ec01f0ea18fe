import { Button, Checkbox, Group, Menu, NativeSelect, SegmentedControl, TextInput } from '@mantine/core';
import { IconColumns3, IconDownload, IconPrinter, IconSearch } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, type RefObject, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { HandoffCounts } from '#contracts';
import { queryOf } from '../../api/client.js';
import type { WorkColumn } from '../../ui/work-list.js';
import type { Asked, BoardSearch, BoardSort } from './board-search.js';
import { FilterMenu } from './filters.js';
import type { useLook } from './preferences.js';
import type { ShownRow } from './worklist-rows.js';
import classes from './toolbar.module.css';

interface Props {
  search: BoardSearch;
  query: Asked;
  text: string;
  setText: (text: string) => void;
  counts: HandoffCounts | undefined;
  me: string;
  canAct: boolean;
  columns: readonly WorkColumn<ShownRow>[];
  look: ReturnType<typeof useLook>;
  print: () => void;
  /** From the search field into the list. */
  toList: () => void;
  searchField: RefObject<HTMLInputElement | null>;
}

const sorts: readonly BoardSort[] = ['due', 'issued', 'activity'];
/** While somebody is typing nothing is asked for. */
const typingMs = 200;

/** Whose, how narrowed, how sorted, how it looks, and out of the door as a file or on paper. */
export function Toolbar(props: Props): ReactNode {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { search, query, text, setText, counts, me, canAct, columns, look, print, searchField, toList } = props;
  const { scope: _scope, sort: _sort, ...rest } = search;
  const { query: _text, ...file } = query;
  return (
    <Group gap="sm" align="end" className={classes.toolbar}>
      <SegmentedControl
        aria-label={t('board.scopes.label')}
        value={search.scope ?? 'all'}
        onChange={(scope) =>
          void navigate({
            to: '/board',
            search: {
              ...rest,
              ...(search.sort ? { sort: search.sort } : {}),
              ...(scope === 'me' || scope === 'team' ? { scope } : {}),
            },
          })
        }
        data={(['me', 'team', 'all'] as const).map((value) => ({ value, label: t(`board.scopes.${value}`) }))}
      />
      <SearchField {...{ text, setText, searchField, toList }} />
      <FilterMenu {...{ search, counts, me }} />
      <NativeSelect
        aria-label={t('board.sort.label')}
        value={search.sort ?? 'due'}
        onChange={({ currentTarget: { value } }) =>
          void navigate({
            to: '/board',
            search: {
              ...rest,
              ...(search.scope ? { scope: search.scope } : {}),
              ...(value === 'issued' || value === 'activity' ? { sort: value } : {}),
            },
          })
        }
        data={sorts.map((value) => ({ value, label: `${t('board.sort.label')}: ${t(`board.sort.${value}`)}` }))}
      />
      <Group gap="xs" ml="auto">
        <LookMenu columns={columns} look={look} />
        {canAct && (
          <Button
            component="a"
            href={`/api/handoffs.csv${queryOf({ ...file })}`}
            download
            variant="default"
            size="sm"
            leftSection={<IconDownload size={16} aria-hidden />}
          >
            {t('board.csv')}
          </Button>
        )}
        <Button variant="default" size="sm" leftSection={<IconPrinter size={16} aria-hidden />} onClick={print}>
          {t('board.print')}
        </Button>
      </Group>
    </Group>
  );
}

function SearchField({
  text,
  setText,
  searchField,
  toList,
}: Pick<Props, 'text' | 'setText' | 'searchField' | 'toList'>): ReactNode {
  const { t } = useTranslation();
  const [typed, type] = useState(text);
  useEffect(() => type(text), [text]);
  useEffect(() => {
    if (typed === text) return;
    const timer = setTimeout(() => setText(typed), typingMs);
    return () => clearTimeout(timer);
  }, [typed, text, setText]);
  return (
    <TextInput
      ref={searchField}
      type="search"
      aria-label={`${t('board.search')}: ${t('board.searchHint')}`}
      placeholder={t('board.searchHint')}
      aria-keyshortcuts="/"
      leftSection={<IconSearch size={16} aria-hidden />}
      value={typed}
      onChange={({ currentTarget }) => type(currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== 'Escape' && event.key !== 'ArrowDown') return;
        event.preventDefault();
        toList();
      }}
      className={classes.search}
      autoComplete="off"
    />
  );
}

function LookMenu({ columns, look: [look, change] }: Pick<Props, 'columns' | 'look'>): ReactNode {
  const { t } = useTranslation();
  const toggle = (id: string): void =>
    change({ hidden: look.hidden.includes(id) ? look.hidden.filter((one) => one !== id) : [...look.hidden, id] });
  return (
    <Menu closeOnItemClick={false} position="bottom-end">
      <Menu.Target>
        <Button variant="default" size="sm" leftSection={<IconColumns3 size={16} aria-hidden />}>
          {t('board.look')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('board.density.label')}</Menu.Label>
        {(['comfy', 'compact'] as const).map((density) => (
          <Menu.Item
            key={density}
            role="menuitemradio"
            aria-checked={look.isCompact === (density === 'compact')}
            onClick={() => change({ isCompact: density === 'compact' })}
            leftSection={<Tick isOn={look.isCompact === (density === 'compact')} />}
          >
            {t(`board.density.${density}`)}
          </Menu.Item>
        ))}
        <Menu.Label>{t('board.look')}</Menu.Label>
        {columns
          .filter(({ isFixed }) => !isFixed)
          .map(({ id, title }) => (
            <Menu.Item
              key={id}
              role="menuitemcheckbox"
              aria-checked={!look.hidden.includes(id)}
              onClick={() => toggle(id)}
              leftSection={<Tick isOn={!look.hidden.includes(id)} />}
            >
              {title}
            </Menu.Item>
          ))}
      </Menu.Dropdown>
    </Menu>
  );
}

const Tick = ({ isOn }: { isOn: boolean }): ReactNode => <Checkbox.Indicator checked={isOn} aria-hidden size="xs" />;
