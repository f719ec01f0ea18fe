import type { PartnerRole } from '#contracts';
import { type AdviceMove, adviceMoves, type AdviceState, DomainError } from '#contracts';
import type { Role } from '#platform';

/** What follows a move; an answer may be given before and after nothing else, a referral made of either. */
const transitions: Readonly<Record<AdviceState, Partial<Record<AdviceMove, AdviceState>>>> = {
  asked: { answer: 'answered', convert: 'converted' },
  answered: { convert: 'converted' },
  converted: {},
};

/** The physician answers what the physician is asked; a partner, or the coordinator who phoned it, what the partner is. */
const answeredBy = { physician: ['physician'], partner: ['partner', 'coordinator'] } as const;
const convertedBy: readonly Role[] = ['coordinator', 'physician'];

interface Standing {
  state: AdviceState;
  to: keyof typeof answeredBy;
}

const mayMove = (move: AdviceMove, to: Standing['to'], role: Role): boolean =>
  (move === 'answer' ? (answeredBy[to] as readonly Role[]) : convertedBy).includes(role);

export const allowedMoves = ({ state, to }: Standing, role: Role): AdviceMove[] =>
  adviceMoves.filter((move) => transitions[state][move] !== undefined && mayMove(move, to, role));

/** The state that follows, or the refusal that names what is allowed instead. */
export function nextAdviceState(standing: Standing, move: AdviceMove, role: Role): AdviceState {
  const { state, to } = standing;
  const allowed = allowedMoves(standing, role);
  const next = transitions[state][move];
  if (next === undefined) {
    const detail = `A question that is ${state} cannot be moved by "${move}".`;
    throw new DomainError('illegal-transition', detail, [], { state, allowed });
  }
  if (!mayMove(move, to, role)) {
    throw new DomainError('forbidden', `"${move}" is not for the role ${role}.`, [], { allowed });
  }
  return next;
}

/** What others hear of a question: which one, about whom and what, between whom. Never its words. */
export interface AdviceReference {
  id: string;
  planId: string;
  patientId: string;
  itemId: string | null;
  to: 'physician' | 'partner';
  /** The organization that is asked, or that asks. */
  partnerId: string | null;
  role: PartnerRole | null;
}
