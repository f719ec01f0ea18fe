import { ActionIcon, Button, Group, useMantineColorScheme } from '@mantine/core';
import { IconKeyboard, IconSunMoon } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { Link, Outlet, useRouterState } from '@tanstack/react-router';
import { lazy, type ReactNode, Suspense, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { guideIsOpen, isEmbeddedStart, rememberGuide } from '../features/guide/start.js';
import { LiveContext, type LiveStanding } from '../live/live-context.js';
import { followLive } from '../live/live-updates.js';
import { KeysHelp, useTravelKeys } from './keys-help.js';
import { placesOf } from './navigation.js';
import { type Me, signOut } from './session.js';
import classes from './shell.module.css';

const Guide = lazy(async () => ({ default: (await import('../features/guide/guide.js')).Guide }));

/** What stands around every screen: who is here, where one can go, and whether what is shown is up to date. */
export function Shell({ me }: { me: Me }): ReactNode {
  const { t } = useTranslation();
  const live = useLive(`${me.role} ${me.partnerId ?? ''} ${me.name}`);
  const [isHelpOpen, openHelp] = useState(false);
  const [isGuideOpen, openGuide] = useState(() => isEmbeddedStart() && guideIsOpen());
  const showGuide = (isOpen: boolean): void => {
    rememberGuide(isOpen);
    openGuide(isOpen);
  };
  const { toggleColorScheme } = useMantineColorScheme();
  const path = useRouterState({ select: ({ location }) => location.pathname });
  useTravelKeys(me.role, () => openHelp(true));
  return (
    <div className={classes.shell}>
      <a href="#content" className={classes.skip}>
        {t('app.skip')}
      </a>
      <header className={classes.header}>
        <Link to="/" className={classes.name}>
          {t('app.name')}
        </Link>
        <nav aria-label={t('app.menu')} className={classes.nav}>
          {placesOf(me.role).map(({ to, text }) => (
            <Link key={to} to={to} aria-current={path.startsWith(to) ? 'page' : undefined}>
              {t(`nav.${text}`)}
            </Link>
          ))}
        </nav>
        <Group gap="xs" className={classes.me}>
          <span>
            {me.name} <span className="soft">· {t(`roles.${me.role}`)}</span>
          </span>
          {isEmbeddedStart() && !isGuideOpen && (
            <Button variant="subtle" size="compact-sm" onClick={() => showGuide(true)}>
              {t('guide.open')}
            </Button>
          )}
          <ActionIcon variant="subtle" aria-label={t('app.theme')} onClick={toggleColorScheme}>
            <IconSunMoon size={20} />
          </ActionIcon>
          <ActionIcon variant="subtle" aria-label={t('app.help')} onClick={() => openHelp(true)}>
            <IconKeyboard size={20} />
          </ActionIcon>
          <Button variant="default" size="compact-sm" onClick={() => void signOut()}>
            {t('app.signOut')}
          </Button>
        </Group>
      </header>
      {live.state === 'paused' && (
        <p role="status" className={classes.paused}>
          {t('live.paused', { time: live.since })}
        </p>
      )}
      <main id="content" tabIndex={-1} className={classes.main}>
        {isGuideOpen && (
          <Suspense fallback={null}>
            <Guide me={me} close={() => showGuide(false)} />
          </Suspense>
        )}
        <LiveContext value={live}>
          <Outlet />
        </LiveContext>
      </main>
      <KeysHelp role={me.role} opened={isHelpOpen} close={() => openHelp(false)} />
    </div>
  );
}

function useLive(person: string): LiveStanding {
  const queries = useQueryClient();
  const [live, setLive] = useState<LiveStanding>({ state: 'connecting', since: '' });
  useEffect(
    () =>
      followLive(queries, person, (state, since) =>
        setLive((before) =>
          before.state === state
            ? before
            : { state, since: since.toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' }) },
        ),
      ),
    [queries, person],
  );
  return live;
}
