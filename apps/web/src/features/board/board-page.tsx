import { Tabs } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { type ReactNode, useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { WorkItem } from '#contracts';
import { useMe } from '../../app/session.js';
import { Desk } from './desk.js';
import { Emergencies } from './emergencies.js';
import { HandoffBoard } from './handoff-board.js';
import classes from './board-page.module.css';

/** The coordinator's day: what waits for whom, and the desk's own work. A physician looks on. */
export function BoardPage(): ReactNode {
  const { t } = useTranslation();
  const search = useSearch({ from: '/board' });
  const navigate = useNavigate();
  const me = useMe().data;
  const isPhysician = me?.role === 'physician';
  const isMine = useCallback(({ desk }: WorkItem) => (desk === 'physician') === isPhysician, [isPhysician]);
  if (!me) return null;
  const canAct = me.role === 'coordinator';
  return (
    <>
      <h1 className="visually-hidden">{t('board.title')}</h1>
      <Emergencies isMine={isMine} />
      <Tabs
        value={search.tab ?? 'handoffs'}
        onChange={(tab) => void navigate({ to: '/board', search: tab === 'desk' ? { tab } : {} })}
        keepMounted={false}
      >
        <Tabs.List className={classes.tabs}>
          <Tabs.Tab value="handoffs">{t('board.tabs.handoffs')}</Tabs.Tab>
          <Tabs.Tab value="desk">{t('board.tabs.desk')}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="handoffs">
          {!canAct && <p className="soft">{t('board.readOnly')}</p>}
          <HandoffBoard search={search} me={me.name} canAct={canAct} />
        </Tabs.Panel>
        <Tabs.Panel value="desk">
          <Desk mine={isPhysician ? 'physician' : 'all'} />
        </Tabs.Panel>
      </Tabs>
    </>
  );
}
