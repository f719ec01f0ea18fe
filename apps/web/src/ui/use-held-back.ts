import { useState } from 'react';

/**
 * Rows that came in after the list was opened wait behind a button, so that nothing moves under the pointer. `newestFirst` is the whole list;
 * `kind` names the list (its filters): another list begins anew.
 */
export function useHeldBack<Row>(
  newestFirst: readonly Row[] | undefined,
  { momentOf, kind }: { momentOf: (row: Row) => string; kind: string },
): { shown: readonly Row[]; held: number; show: () => void } {
  const [mark, setMark] = useState<{ kind: string; upTo: string } | null>(null);
  const newest = newestFirst?.[0];
  if (newestFirst === undefined) return { shown: [], held: 0, show: () => undefined };
  const known = mark?.kind === kind ? mark : null;
  if (known === null && newest !== undefined) setMark({ kind, upTo: momentOf(newest) });
  const upTo = known?.upTo ?? (newest ? momentOf(newest) : '');
  const shown = newestFirst.filter((row) => momentOf(row) <= upTo);
  return {
    shown,
    held: newestFirst.length - shown.length,
    show: () => newest && setMark({ kind, upTo: momentOf(newest) }),
  };
}
