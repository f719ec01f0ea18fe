import { useEffect, useRef } from 'react';
import { reveal } from '../form/reveal.js';
import type { Difference } from '../model/differences.js';
import { pathOf } from '../model/values.js';

const placeOf = ({ path, missing }: Difference): string =>
  missing === undefined ? pathOf(path) : `${pathOf(path)}~${missing}`;

/** Goes from one change to the next, round and round. */
export function useNextChange(differences: readonly Difference[]): (step: 1 | -1) => void {
  const last = useRef<string | null>(null);
  return (step) => {
    const places = differences.map(placeOf);
    if (places.length === 0) return;
    const at = last.current === null ? -1 : places.indexOf(last.current);
    const next = at === -1 ? (step === 1 ? 0 : places.length - 1) : (at + step + places.length) % places.length;
    last.current = places[next] ?? null;
    if (last.current !== null) void reveal(last.current);
  };
}

/** Ctrl+S saves the draft, Ctrl+Enter opens the publish dialog, F8 goes to the next change and Shift+F8 back. */
export function useEditorKeys(keys: {
  save: () => void;
  publish: () => void;
  goToChange: (step: 1 | -1) => void;
}): void {
  const current = useRef(keys);
  useEffect(() => {
    current.current = keys;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const isCommand = event.ctrlKey || event.metaKey;
      const { save, publish, goToChange } = current.current;
      const does =
        isCommand && event.key.toLowerCase() === 's'
          ? save
          : isCommand && event.key === 'Enter'
            ? publish
            : event.key === 'F8'
              ? () => goToChange(event.shiftKey ? -1 : 1)
              : null;
      if (!does) return;
      event.preventDefault();
      does();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}
