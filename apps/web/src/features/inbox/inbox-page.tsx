import { getRouteApi, Link } from '@tanstack/react-router';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Partner } from '#contracts';
import { useMe } from '../../app/session.js';
import { Asked, Empty, Failed, LoadingRows } from '../../ui/states.js';
import type { PressKey } from '../handoff/answer-bar.js';
import { type AnyHandoff, usePartner } from '../handoff/use-handoff.js';
import { type Folder, folders, type InboxItem, itemsIn, nextUnanswered } from './inbox-items.js';
import { InboxList, type ListKey } from './inbox-list.js';
import { InboxPane } from './inbox-pane.js';
import { useInbox } from './use-inbox.js';
import classes from './inbox.module.css';

const route = getRouteApi('/inbox');

/** What a partner clinic is asked, what it answered, and what is due from it. */
export function InboxPage(): ReactNode {
  const { data: me } = useMe();
  const partner = usePartner(me?.partnerId ?? null);
  return <Asked query={partner}>{(own) => (own === null ? null : <Inbox partner={own} />)}</Asked>;
}

function Inbox({ partner }: { partner: Partner }): ReactNode {
  const { t } = useTranslation();
  const { folder = 'new', item: openId = null } = route.useSearch();
  const navigate = route.useNavigate();
  const { handoffs, referrals, items, isAll } = useInbox();
  const waiting = itemsIn(items, 'new').length;
  const shown = itemsIn(items, folder);
  const focus = useListFocus();
  const press = useRef<PressKey | null>(null);
  useTitle(waiting);
  const opened = items.find(({ handoff }) => handoff.id === openId) ?? null;
  const show = (handoffId: string): void => void navigate({ search: { folder, item: handoffId } });
  const onKey = (key: ListKey, item: InboxItem): void => {
    // Nobody answers what they have not read: the first key opens it.
    if (item.handoff.id === openId) press.current?.(key);
    else show(item.handoff.id);
  };
  const onSaid = (handoff: AnyHandoff): void => {
    const next = nextUnanswered(items, handoff.memberId ?? handoff.id);
    if (next && folder === 'new') focus.to(next.key);
  };
  const isLoading = handoffs.isPending || referrals.isPending;
  const failed = handoffs.error ?? referrals.error;
  return (
    <>
      <div className={classes.head}>
        <h1>{t('inbox.title')}</h1>
        <span role="status">{!isLoading && t('inbox.unanswered', { count: waiting })}</span>
        <span className={`soft ${classes.keys}`}>{t('inbox.keys')}</span>
      </div>
      <Folders items={items} folder={folder} />
      {failed !== null && (
        <Failed error={failed} retry={() => void Promise.all([handoffs.refetch(), referrals.refetch()])} />
      )}
      <div className={classes.columns} data-open={openId !== null}>
        <div className={classes.side}>
          {isLoading && failed === null && <LoadingRows rows={6} height={80} />}
          {!isLoading && shown.length === 0 && <NothingHere folder={folder} />}
          {shown.length > 0 && (
            <InboxList
              items={shown}
              openKey={opened?.key ?? null}
              focusKey={focus.key}
              setFocusKey={focus.set}
              rows={focus.rows}
              timeZone={partner.calendar.timeZone}
              {...{ folder, onKey }}
            />
          )}
          {!isAll && <p className="soft">{t('inbox.more', { count: handoffs.data?.items.length ?? 0 })}</p>}
        </div>
        <div className={classes.pane}>
          {openId === null ? (
            !isLoading &&
            shown.length > 0 && (
              <Empty title={t('inbox.choose')}>
                <p className="soft">{t('inbox.chooseMore')}</p>
              </Empty>
            )
          ) : (
            <InboxPane
              key={openId}
              handoffId={openId}
              onSaid={(_, handoff) => onSaid(handoff)}
              back={() => void navigate({ search: { folder } })}
              {...{ partner, press, show }}
            />
          )}
        </div>
      </div>
    </>
  );
}

function Folders({ items, folder }: { items: readonly InboxItem[]; folder: Folder }): ReactNode {
  const { t } = useTranslation();
  return (
    <nav aria-label={t('inbox.folders')} className={classes.folders}>
      {folders.map((one) => {
        const count = itemsIn(items, one).length;
        return (
          <Link key={one} to="/inbox" search={{ folder: one }} aria-current={one === folder ? 'page' : undefined}>
            {t(`inbox.folder.${one}`)}
            <span className={classes.badge} data-loud={one === 'new' && count > 0}>
              {count}
            </span>
          </Link>
        );
      })}
    </nav>
  );
}

function NothingHere({ folder }: { folder: Folder }): ReactNode {
  const { t } = useTranslation();
  if (folder !== 'new') return <Empty title={t('inbox.emptyFolder')} />;
  return (
    <Empty title={t('inbox.allAnswered')}>
      <p className="soft">{t('inbox.allAnsweredMore')}</p>
    </Empty>
  );
}

/** Which row has the focus, and how to give it to one: at once when it stands there, else as soon as it does. */
function useListFocus() {
  const rows = useRef(new Map<string, HTMLAnchorElement>());
  const [key, set] = useState<string | null>(null);
  const to = (wanted: string): void => {
    set(wanted);
    rows.current.get(wanted)?.focus();
  };
  return { rows, key, set, to };
}

/** How many wait, and no name. */
function useTitle(waiting: number): void {
  const { t } = useTranslation();
  useEffect(() => {
    const before = document.title;
    document.title = `${waiting > 0 ? t('inbox.titled', { count: waiting }) : t('inbox.title')} · ${t('app.name')}`;
    return () => {
      document.title = before;
    };
  }, [waiting, t]);
}
