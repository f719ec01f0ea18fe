import { type RefObject, useEffect, useMemo } from 'react';
import { isTyping, lettersAreOn } from '../../../app/keys-help.js';

export interface DiffKeys {
  go: (step: 1 | -1) => void;
  fold: () => void;
}

/** n and p go from change to change, f folds and unfolds what is unchanged. */
export function useDiffKeys(list: RefObject<HTMLElement | null>): DiffKeys {
  const keys = useMemo<DiffKeys>(
    () => ({
      go: (step) => {
        const changes = [...(list.current?.querySelectorAll<HTMLElement>('[data-change]') ?? [])];
        const at = changes.findIndex((one) => one === document.activeElement);
        const next = at === -1 ? (step === 1 ? 0 : changes.length - 1) : (at + step + changes.length) % changes.length;
        changes[next]?.focus();
      },
      fold: () => {
        const folds = [...(list.current?.querySelectorAll<HTMLDetailsElement>('details[data-fold]') ?? [])];
        const isClosed = folds.some(({ open }) => !open);
        for (const one of folds) one.open = isClosed;
      },
    }),
    [list],
  );
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey;
      // A radio button takes no letters.
      const isRadio = event.target instanceof HTMLInputElement && event.target.type === 'radio';
      if (!lettersAreOn() || !isPlain || (isTyping(event) && !isRadio)) return;
      if (event.key === 'n') keys.go(1);
      if (event.key === 'p') keys.go(-1);
      if (event.key === 'f') keys.fold();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [keys]);
  return keys;
}
