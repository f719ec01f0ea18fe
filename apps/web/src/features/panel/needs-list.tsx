import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { lettersAreOn } from '../../app/keys-help.js';
import { DelegateDialog } from './delegate-dialog.js';
import { DecideDialog } from './decide-dialog.js';
import { LaterDialog } from './later-dialog.js';
import { NeedRow } from './need-row.js';
import { type Need, needGroups, primaryOf } from './needs.js';
import { ReplyDialog } from './reply-dialog.js';
import { useActs } from './use-acts.js';
import classes from './panel.module.css';

export type Asking = { kind: 'delegate' | 'later' | 'decide' | 'reply'; need: Need };

/** One tab stop for the list; letters work while it has the focus, and every act has its button as well. */
export function NeedsList({ needs }: { needs: readonly Need[] }): ReactNode {
  const { t } = useTranslation('translation', { keyPrefix: 'panel' });
  const { active, setActive, list } = useRoving(needs);
  const [asking, ask] = useState<Asking | null>(null);
  const { act } = useActs();
  const begin = usePrimary(act, ask);
  const onKeyDown = (event: KeyboardEvent): void => {
    const need = needs.find(({ id }) => id === active);
    const isOnRow = event.target instanceof HTMLElement && event.target.dataset['need'] !== undefined;
    if (!need || !isOnRow || event.ctrlKey || event.metaKey || event.altKey) return;
    const step = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 }[event.key];
    const isLetter = event.key.length === 1;
    if (isLetter && !lettersAreOn()) return;
    if (step !== undefined) {
      event.preventDefault();
      setActive(needs[Math.min(needs.length - 1, Math.max(0, needs.indexOf(need) + step))]?.id ?? null, true);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      begin(need);
    } else if (event.key === 'd' && need.item?.allowed.includes('delegate')) {
      event.preventDefault();
      ask({ kind: 'delegate', need });
    } else if (event.key === 'h' && need.item?.allowed.includes('postpone')) {
      event.preventDefault();
      ask({ kind: 'later', need });
    }
  };
  return (
    <>
      <div ref={list} role="group" aria-label={t('list')} aria-description={t('keys')} onKeyDown={onKeyDown}>
        {needGroups
          .map((group) => ({ group, own: needs.filter((need) => need.group === group) }))
          .filter(({ own }) => own.length > 0)
          .map(({ group, own }) => (
            <section key={group} aria-labelledby={`needs-${group}`}>
              <h3 id={`needs-${group}`} className={classes.group} data-group={group}>
                {t(`groups.${group}`)} <span className="soft">({own.length})</span>
              </h3>
              <ul className={classes.needs}>
                {own.map((need) => (
                  <NeedRow
                    key={need.id}
                    need={need}
                    isActive={need.id === active}
                    activate={() => setActive(need.id, false)}
                    begin={() => begin(need)}
                    ask={ask}
                  />
                ))}
              </ul>
            </section>
          ))}
      </div>
      {asking && <Dialog asking={asking} close={() => ask(null)} />}
    </>
  );
}

function Dialog({ asking: { kind, need }, close }: { asking: Asking; close: () => void }): ReactNode {
  const dialogs = { delegate: DelegateDialog, later: LaterDialog, decide: DecideDialog, reply: ReplyDialog } as const;
  const Shown = dialogs[kind];
  return <Shown need={need} close={close} />;
}

function useRoving(needs: readonly Need[]): {
  active: string | null;
  setActive: (id: string | null, focus: boolean) => void;
  list: React.RefObject<HTMLDivElement | null>;
} {
  const list = useRef<HTMLDivElement>(null);
  const [active, set] = useState<string | null>(null);
  const place = useRef(0);
  const wantsFocus = useRef(false);
  const at = needs.findIndex(({ id }) => id === active);
  useEffect(() => {
    if (at >= 0) {
      place.current = at;
      return;
    }
    // What was worked is gone: the next one takes its place, and the focus with it when the list had it.
    const next = needs[Math.min(place.current, needs.length - 1)]?.id ?? null;
    wantsFocus.current =
      active !== null && (document.activeElement === document.body || document.activeElement === null);
    set(next);
  }, [at, needs, active]);
  useEffect(() => {
    if (!wantsFocus.current || active === null) return;
    wantsFocus.current = false;
    list.current?.querySelector<HTMLElement>(`[data-need="${active}"]`)?.focus();
  }, [active]);
  const setActive = (id: string | null, focus: boolean): void => {
    wantsFocus.current = focus;
    set(id);
  };
  return { active, setActive, list };
}

type ActOn = ReturnType<typeof useActs>['act'];

/** The suggested action: done at once where nothing leaves the house, else a dialog that names whom it concerns. */
function usePrimary(act: ActOn, ask: (asking: Asking) => void): (need: Need) => void {
  const { t } = useTranslation('translation', { keyPrefix: 'panel' });
  return (need) => {
    const patient = need.patient?.name;
    switch (primaryOf(need)) {
      case 'decide':
        return ask({ kind: 'decide', need });
      case 'reply':
        return ask({ kind: 'reply', need });
      case 'take':
        void act({ need, path: `/api/work-items/${need.id}/take`, said: t('taken', { patient }) });
        return;
      case 'remind':
        void act({
          need,
          path: '/api/handoffs/bulk',
          body: { action: 'remind', ids: [need.id] },
          said: t('reminded', { patient, partner: need.partner }),
        });
        return;
      case 'done':
        void act({ need, path: `/api/work-items/${need.id}/done`, said: t('done', { patient }) });
    }
  };
}
