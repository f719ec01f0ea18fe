import type { BulkAct, BulkItem, BulkResult } from '#contracts';
import { contactedToday } from './remind-partner.use-case.js';

const counted = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`;

const sentence = (action: BulkAct['action'], items: readonly BulkItem[], partners: number): string => {
  const of = (outcome: BulkItem['outcome']): number => items.filter((item) => item.outcome === outcome).length;
  const [done, refused, skipped, undone] = [of('done'), of('refused'), of('skipped'), of('undone')];
  const what =
    action === 'remind'
      ? `${counted(done, 'reminder')} to ${counted(partners, 'partner')}`
      : [...(done > 0 || undone === 0 ? [`${done} done`] : []), ...(undone > 0 ? [`${undone} taken back`] : [])].join(
          '; ',
        );
  return [
    what,
    ...(skipped > 0 ? [`${skipped} skipped: ${action === 'remind' ? contactedToday : 'so already'}`] : []),
    ...(refused > 0 ? [`${refused} refused`] : []),
  ].join('; ');
};

/** The panel: what was done, what was not and why. */
export function bulkSummary(
  id: string | null,
  action: BulkAct['action'],
  items: readonly (BulkItem & { partnerId: string | null })[],
): BulkResult {
  const of = (outcome: BulkItem['outcome']) => items.filter((item) => item.outcome === outcome);
  const done = of('done');
  const partners = new Set(done.flatMap(({ partnerId }) => (partnerId === null ? [] : [partnerId]))).size;
  return {
    id,
    action,
    summary: sentence(action, items, partners),
    done: done.length,
    refused: of('refused').length,
    skipped: of('skipped').length,
    partners,
    undoable: id !== null && action !== 'remind' && done.length > 0,
    items: items.map(({ handoffId, outcome, reason }) => ({ handoffId, outcome, reason })),
  };
}
