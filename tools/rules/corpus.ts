/** The acceptance cases as far as they are tables: what they expect of each rule. */
import type { Ruleset } from '#clinical';
import type { CareCase } from '../../test/cases/case.ts';
import { everyCase } from '../../test/cases/every-case.ts';
import { PurePlay, type Row } from '../../test/support/pure-play.ts';

/** Cases that one thread can play: a step that needs the whole system ends what can be said of a case. */
const tables = (): CareCase[] =>
  everyCase.map((one) => {
    const end = one.steps.findIndex(({ kind }) => kind === 'then');
    return end === -1 ? one : { ...one, steps: one.steps.slice(0, end) };
  });

/** Every row that every case expects, in order. */
export const expectedRules = (): Map<string, Set<string>> => {
  const byCase = new Map<string, Set<string>>();
  for (const { id, steps } of tables()) {
    const rules = steps.flatMap((step) =>
      step.kind === 'publish'
        ? (step.told ?? []).flatMap((row) => row.rules)
        : step.kind === 'assign'
          ? step.told.rules
          : [],
    );
    byCase.set(id, new Set(rules));
  }
  return byCase;
};

/** Whether the case's tables hold with these rules. */
export function holdsWith(id: string, ruleset: Ruleset): boolean {
  const careCase = tables().find((one) => one.id === id);
  if (!careCase) throw new Error(`no case ${id}`);
  const play = new PurePlay(careCase, ruleset);
  const same = (told: readonly Row[], expected: readonly Row[]): boolean =>
    JSON.stringify(told) === JSON.stringify(expected);
  for (const step of careCase.steps) {
    if (step.kind === 'publish') {
      const told = play.publish(step);
      if (step.told !== null && !same(told, play.expected(step.told))) return false;
    } else if (step.kind === 'acknowledge') play.acknowledge(step.role, step.version);
    else if (step.kind === 'assign') {
      const told = play.assign(step);
      if (!told || !same([told], [play.rowOf(step.told)])) return false;
    } else if (step.kind === 'complete') play.leave(step.role);
  }
  return true;
}
