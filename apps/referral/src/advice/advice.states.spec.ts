import { adviceMoves, adviceStates, DomainError } from '#contracts';
import { allowedMoves, nextAdviceState } from './advice.states.js';

const roles = ['coordinator', 'physician', 'partner', 'administrator', 'operator'] as const;
/** `state to move` -> what follows, and who may, by hand. */
const cells: Readonly<Record<string, [next: string, who: readonly string[]]>> = {
  'asked physician answer': ['answered', ['physician']],
  'asked partner answer': ['answered', ['partner', 'coordinator']],
  'asked physician convert': ['converted', ['coordinator', 'physician']],
  'asked partner convert': ['converted', ['coordinator', 'physician']],
  'answered physician convert': ['converted', ['coordinator', 'physician']],
  'answered partner convert': ['converted', ['coordinator', 'physician']],
};

describe('a question for advice', () => {
  it.each(adviceStates)('%s: every move, for everybody', (state) => {
    for (const to of ['physician', 'partner'] as const) {
      for (const role of roles) {
        const allowed = adviceMoves.filter((move) => cells[`${state} ${to} ${move}`]?.[1].includes(role));
        expect([state, to, role, allowedMoves({ state, to }, role)]).toEqual([state, to, role, allowed]);
        for (const move of adviceMoves) {
          const cell = cells[`${state} ${to} ${move}`];
          const act = (): string => nextAdviceState({ state, to }, move, role);
          if (cell?.[1].includes(role)) expect(act()).toBe(cell[0]);
          else expect(codeOf(act)).toBe(cell ? 'forbidden' : 'illegal-transition');
        }
      }
    }
  });
});

const codeOf = (act: () => unknown): string | null => {
  try {
    act();
    return null;
  } catch (error) {
    return error instanceof DomainError ? error.code : String(error);
  }
};
