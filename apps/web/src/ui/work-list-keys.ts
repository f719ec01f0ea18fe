import type { KeyboardEvent } from 'react';

export const elementOf = (body: HTMLElement | null, id: string): HTMLElement | null =>
  body?.querySelector<HTMLElement>(`[data-id="${CSS.escape(id)}"]`) ?? null;
export const isInside = (target: EventTarget, selector: string): boolean =>
  target instanceof Element && target.closest(selector) !== null;
export const isRow = (target: EventTarget): boolean =>
  target instanceof Element && target.getAttribute('role') === 'row';
export const idOf = (target: EventTarget): string | null =>
  target instanceof Element ? (target.closest('[data-id]')?.getAttribute('data-id') ?? null) : null;

/** How far a key moves through the list; null: it is no key of moving. */
export function stepOf({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): number | null {
  if (altKey) return null;
  if (key === 'Home') return -Infinity;
  if (key === 'End') return Infinity;
  if (ctrlKey || metaKey) return null;
  switch (key) {
    case 'ArrowDown':
      return 1;
    case 'ArrowUp':
      return -1;
    case 'PageDown':
      return 10;
    case 'PageUp':
      return -10;
    default:
      return null;
  }
}

export const letterStepOf = ({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): number | null => {
  if (ctrlKey || metaKey || altKey) return null;
  const letter = key.toLowerCase();
  return letter === 'j' ? 1 : letter === 'k' ? -1 : null;
};

/** Right and left go through what can be pressed in a row, and back to the row. */
export function alongRow({ key, target }: KeyboardEvent): boolean {
  if ((key !== 'ArrowRight' && key !== 'ArrowLeft') || !(target instanceof HTMLElement)) return false;
  const row = target.closest<HTMLElement>('[role=row]');
  if (!row) return false;
  const stops = [row, ...row.querySelectorAll<HTMLElement>('a, button, input')];
  stops[stops.indexOf(target) + (key === 'ArrowRight' ? 1 : -1)]?.focus();
  return true;
}
