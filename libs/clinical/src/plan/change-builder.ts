import type { ChangeType, PlanChange } from '#contracts';
import { isEqual } from './equal.js';

/** A change before it is known whether it is compared from nothing. */
export type Found = Omit<PlanChange, 'fromNothing'>;

export const found = (
  type: ChangeType,
  at: { path: string; itemId: string | null; before: unknown; after: unknown },
  text: string,
  qualifiers: Record<string, unknown> = {},
): Found => ({ type, ...at, before: at.before ?? null, after: at.after ?? null, qualifiers, text });

export interface Item {
  id: string;
}

/** Items of two lists by id that are not the same: in the order of the newer, then what is gone. */
export function pairById<T extends Item>(
  before: readonly T[],
  after: readonly T[],
): { before: T | null; after: T | null; id: string }[] {
  const old = new Map(before.map((item) => [item.id, item]));
  const pairs: { before: T | null; after: T | null; id: string }[] = after.map((item) => ({
    id: item.id,
    before: old.get(item.id) ?? null,
    after: item,
  }));
  const changed = pairs.filter(({ before: b, after: a }) => !isEqual(b, a));
  const kept = new Set(after.map(({ id }) => id));
  return [
    ...changed,
    ...before.filter(({ id }) => !kept.has(id)).map((item) => ({ id: item.id, before: item, after: null })),
  ];
}
