import { Link } from '@tanstack/react-router';
import { IconFileAlert, IconHandStop, IconMailQuestion } from '@tabler/icons-react';
import { type KeyboardEvent, type ReactNode, type RefObject, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { lettersAreOn } from '../../app/keys-help.js';
import { Due, Mark, UrgencyMark } from '../../ui/status.js';
import { roleName } from '../../ui/words.js';
import type { Folder, InboxItem } from './inbox-items.js';
import classes from './inbox.module.css';

export type ListKey = 'y' | '1' | '2' | '3' | '4';
const listKeys: readonly string[] = ['y', '1', '2', '3', '4'] satisfies ListKey[];

/** Requests of one folder. One tab stop; arrows and letters move within. */
export function InboxList({
  items,
  folder,
  openKey,
  focusKey,
  setFocusKey,
  rows,
  timeZone,
  onKey,
}: {
  items: readonly InboxItem[];
  folder: Folder;
  openKey: string | null;
  focusKey: string | null;
  setFocusKey: (key: string) => void;
  rows: RefObject<Map<string, HTMLAnchorElement>>;
  timeZone: string;
  onKey: (key: ListKey, item: InboxItem) => void;
}): ReactNode {
  const { t } = useTranslation();
  const stop = items.find(({ key }) => key === focusKey)?.key ?? items.find(({ key }) => key === openKey)?.key;
  const tabStop = stop ?? items[0]?.key;
  const list = useRef<HTMLUListElement>(null);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const at = items.findIndex(({ key }) => key === tabStop);
    const isLetter = event.key.length === 1;
    if (isLetter && !lettersAreOn()) return;
    const step = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1 }[event.key];
    const to =
      step !== undefined ? at + step : event.key === 'Home' ? 0 : event.key === 'End' ? items.length - 1 : null;
    if (to !== null) {
      event.preventDefault();
      const target = items[Math.min(items.length - 1, Math.max(0, to))];
      if (!target) return;
      setFocusKey(target.key);
      rows.current.get(target.key)?.focus();
      return;
    }
    const item = items[at];
    if (item && listKeys.includes(event.key)) {
      event.preventDefault();
      onKey(event.key as ListKey, item);
    }
  };
  return (
    <ul ref={list} className={classes.list} aria-label={t('inbox.list')} onKeyDown={onKeyDown}>
      {items.map((item) => (
        <li key={item.key}>
          <Link
            to="/inbox"
            search={{ folder, item: item.handoff.id }}
            className={classes.row}
            ref={(row: HTMLAnchorElement | null) => {
              if (row) rows.current.set(item.key, row);
              else rows.current.delete(item.key);
            }}
            tabIndex={item.key === tabStop ? 0 : -1}
            aria-current={item.key === openKey ? 'true' : undefined}
            preload={false}
            onFocus={() => setFocusKey(item.key)}
          >
            <Row item={item} timeZone={timeZone} />
          </Link>
        </li>
      ))}
    </ul>
  );
}

function Row({ item, timeZone }: { item: InboxItem; timeZone: string }): ReactNode {
  const { t } = useTranslation();
  const { handoff, referral, dueAt, folder } = item;
  return (
    <>
      <span className={classes.top}>
        <strong>{handoff.patient.name}</strong>
        <UrgencyMark urgency={handoff.urgency} />
      </span>
      <span className={classes.need}>
        {roleName(handoff.role)}
        {referral && folder !== 'new' && <> · {t(`handoff.state.${referral.state}`)}</>}
      </span>
      {folder === 'new' && <Wanted item={item} />}
      {folder !== 'closed' && folder !== 'declined' && (
        <span className={classes.due}>
          <Due at={dueAt} issuedAt={handoff.issuedAt} timeZone={timeZone} />
        </span>
      )}
    </>
  );
}

/** What the answer would be about: a version, yes or no, or both. */
function Wanted({ item: { handoff, referral } }: { item: InboxItem }): ReactNode {
  const { t } = useTranslation();
  const isAsked = referral !== null && ['sent', 'undeliverable', 'received'].includes(referral.state);
  return (
    <span className={classes.wanted}>
      {referral?.state === 'cancel-requested' && (
        <Mark tone="soon" icon={IconHandStop}>
          {t('inbox.stopIt')}
        </Mark>
      )}
      {isAsked && (
        <Mark tone="info" icon={IconMailQuestion}>
          {t('inbox.answerIt')}
        </Mark>
      )}
      {handoff.status === 'open' && !handoff.contested && (
        <Mark tone="info" icon={IconFileAlert}>
          {t('inbox.acknowledgeIt', { version: handoff.throughVersion })}
        </Mark>
      )}
    </span>
  );
}
