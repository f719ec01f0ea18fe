import { useEffect, useRef } from 'react';
import { isTyping, lettersAreOn } from '../../app/keys-help.js';

/** Letters of a page that is about one thing; silent while somebody types, while a dialog is open, and when letters are switched off. */
export function usePageKeys(keys: Readonly<Record<string, (() => void) | null>>): void {
  const current = useRef(keys);
  current.current = keys;
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (!lettersAreOn() || isTyping(event) || event.ctrlKey || event.metaKey || event.altKey) return;
      if (document.querySelector('[role=dialog], [role=menu]')) return;
      const act = current.current[event.key];
      if (!act) return;
      event.preventDefault();
      act();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}
