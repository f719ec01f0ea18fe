import { type KeyboardEvent, type RefObject, useCallback, useEffect } from 'react';
import { isTyping, lettersAreOn } from '../../app/keys-help.js';
import type { DialogKind } from './act-dialogs.js';

export interface BoardKeys {
  ask: (kind: DialogKind, id: string | null) => void;
  undo: () => void;
  clear: () => void;
  selectLoaded: () => void;
}

const dialogs: Readonly<Record<string, DialogKind>> = { a: 'owner', h: 'later', b: 'block' };

/** `/` goes to the search field from anywhere on the page, unless somebody is typing. */
export function useSearchKey(field: RefObject<HTMLInputElement | null>): void {
  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent): void => {
      if (event.key !== '/' || !lettersAreOn() || isTyping(event)) return;
      event.preventDefault();
      field.current?.focus();
      field.current?.select();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [field]);
}

/** The letters of the list, while it has the focus. Everything is reachable without them as well. */
export function useBoardKeys(
  canAct: boolean,
  { ask, undo, clear, selectLoaded }: BoardKeys,
): (event: KeyboardEvent, row: { id: string } | undefined) => boolean {
  return useCallback(
    (event, row) => {
      const { key, ctrlKey, metaKey, altKey } = event;
      if (!canAct || altKey) return false;
      if (ctrlKey || metaKey) {
        if (key !== 'a') return false;
        selectLoaded();
        return true;
      }
      if (key === 'Escape') {
        clear();
        return true;
      }
      if (!lettersAreOn()) return false;
      if (key === 'u') {
        undo();
        return true;
      }
      const dialog = dialogs[key];
      if (!dialog) return false;
      ask(dialog, row?.id ?? null);
      return true;
    },
    [canAct, ask, undo, clear, selectLoaded],
  );
}
