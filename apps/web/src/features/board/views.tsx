import { ActionIcon, Button, Group, Menu, Modal, Radio, Stack, TextInput } from '@mantine/core';
import { IconBookmarkPlus, IconDots } from '@tabler/icons-react';
import { useQueries, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { HandoffCounts, WorklistView } from '#contracts';
import { getOnceAhead } from '../../api/ahead.js';
import { call, get, put, Refused } from '../../api/client.js';
import { keys } from '../../api/keys.js';
import { countsPath, lengthQuery } from './board-paths.js';
import { type BoardSearch, isSameView, listQuery, readBoardSearch, savedFilter } from './board-search.js';
import { mostListed } from './limits.js';
import classes from './views.module.css';

type Editing = { id: string; name: string; scope: WorklistView['scope']; filter: Record<string, string> };

/** Filters by name: one's own and the team's, each with how much it holds now. */
export function Views({ search }: { search: BoardSearch }): ReactNode {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [editing, edit] = useState<Editing | null>(null);
  const [removing, remove] = useState<WorklistView | null>(null);
  const views = useQuery({
    queryKey: keys.views(),
    queryFn: ({ signal }) => get<{ items: WorklistView[] }>('/api/worklist/views', signal),
  });
  const items = views.data?.items ?? [];
  const counts = useQueries({
    queries: [{}, ...items.map(({ filter }) => filter)].map((filter) => {
      const query = lengthQuery(listQuery(readBoardSearch(filter), ''));
      return {
        queryKey: keys.handoffCounts(query),
        queryFn: ({ signal }: { signal: AbortSignal }) => getOnceAhead<HandoffCounts>(countsPath(query), signal),
      };
    }),
  });
  const done = (): void => void queries.invalidateQueries({ queryKey: keys.views() });
  const groups = [
    { scope: 'own', title: t('board.views.mine') },
    { scope: 'team', title: t('board.views.team') },
  ] as const;
  return (
    <nav aria-label={t('board.views.label')} className={classes.views}>
      <ViewLink name={t('board.views.waiting')} filter={{}} search={search} count={counts[0]?.data?.listed} />
      {groups.map(({ scope, title }) => {
        const mine = items.filter((view) => view.scope === scope);
        return mine.length === 0 ? null : (
          <Group key={scope} gap={4} role="group" aria-label={title}>
            <span className="soft">{title}</span>
            {mine.map((view) => (
              <span key={view.id} className={classes.view}>
                <ViewLink
                  name={view.name}
                  filter={view.filter}
                  search={search}
                  count={counts[items.indexOf(view) + 1]?.data?.listed}
                />
                <ViewMenu view={view} rename={() => edit(view)} remove={() => remove(view)} />
              </span>
            ))}
          </Group>
        );
      })}
      <Button
        variant="subtle"
        size="compact-sm"
        leftSection={<IconBookmarkPlus size={16} aria-hidden />}
        onClick={() => edit({ id: crypto.randomUUID(), name: '', scope: 'own', filter: savedFilter(search) })}
      >
        {t('board.views.save')}
      </Button>
      {editing && <SaveDialog editing={editing} close={() => edit(null)} done={done} />}
      {removing && <RemoveDialog view={removing} close={() => remove(null)} done={done} />}
    </nav>
  );
}

function ViewLink({
  name,
  filter,
  search,
  count,
}: {
  name: string;
  filter: Record<string, string>;
  search: BoardSearch;
  count: number | undefined;
}): ReactNode {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const isOn = isSameView(search, filter);
  return (
    <Button
      variant={isOn ? 'light' : 'subtle'}
      size="compact-sm"
      aria-current={isOn ? 'true' : undefined}
      onClick={() => void navigate({ to: '/board', search: readBoardSearch(filter) })}
      rightSection={
        <span className={`${classes.count} numbers`}>
          {count === undefined
            ? '…'
            : t(count > mostListed ? 'list.moreThan' : 'list.number', { count: Math.min(count, mostListed) })}
        </span>
      }
    >
      {name}
    </Button>
  );
}

function ViewMenu({
  view: { name },
  rename,
  remove,
}: {
  view: WorklistView;
  rename: () => void;
  remove: () => void;
}): ReactNode {
  const { t } = useTranslation();
  return (
    <Menu>
      <Menu.Target>
        <ActionIcon variant="subtle" size="sm" aria-label={t('board.views.manage', { name })}>
          <IconDots size={16} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={rename}>{t('board.views.rename')}</Menu.Item>
        <Menu.Item onClick={remove}>{t('board.views.remove')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

const faultOf = (error: unknown): string =>
  error instanceof Refused ? (error.problem.errors?.[0]?.message ?? error.problem.detail) : String(error);

function SaveDialog({ editing, close, done }: { editing: Editing; close: () => void; done: () => void }): ReactNode {
  const { t } = useTranslation();
  const [name, setName] = useState(editing.name);
  const [scope, setScope] = useState(editing.scope);
  const [fault, setFault] = useState<string | null>(null);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    try {
      await put(`/api/worklist/views/${editing.id}`, { name: name.trim(), scope, filter: editing.filter });
      done();
      close();
    } catch (error) {
      setFault(faultOf(error));
    }
  };
  return (
    <Modal opened onClose={close} title={t('board.views.save')} centered>
      <form onSubmit={(event) => void submit(event)}>
        <Stack gap="sm">
          <TextInput
            label={t('board.views.name')}
            value={name}
            onChange={({ currentTarget }) => setName(currentTarget.value)}
            error={fault}
            maxLength={80}
            required
            data-autofocus
          />
          <Radio.Group
            label={t('board.views.scope')}
            value={scope}
            onChange={(value) => setScope(value === 'team' ? 'team' : 'own')}
          >
            <Stack gap="xs" mt={4}>
              <Radio value="own" label={t('board.views.own')} />
              <Radio value="team" label={t('board.views.teamScope')} />
            </Stack>
          </Radio.Group>
        </Stack>
        <Group justify="flex-end" mt="md">
          <Button variant="default" onClick={close}>
            {t('actions.cancel')}
          </Button>
          <Button type="submit">{t('actions.save')}</Button>
        </Group>
      </form>
    </Modal>
  );
}

function RemoveDialog({
  view: { id, name, scope },
  close,
  done,
}: {
  view: WorklistView;
  close: () => void;
  done: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const [fault, setFault] = useState<string | null>(null);
  const remove = async (): Promise<void> => {
    try {
      await call(`/api/worklist/views/${id}`, { method: 'DELETE' });
      done();
      close();
    } catch (error) {
      setFault(faultOf(error));
    }
  };
  return (
    <Modal opened onClose={close} title={t('board.views.removeTitle', { name })} centered>
      {scope === 'team' && <p>{t('board.views.teamWarning')}</p>}
      {fault && <p role="alert">{fault}</p>}
      <Group justify="flex-end" mt="md">
        <Button variant="default" onClick={close} data-autofocus>
          {t('actions.cancel')}
        </Button>
        <Button onClick={() => void remove()}>{t('board.views.remove')}</Button>
      </Group>
    </Modal>
  );
}
