import { DomainError, type FieldError, type FinishWorkItem, plateauDecisions } from '#contracts';
import { doseChangeRule } from './therapy-asks.js';

export interface Decision {
  decision: (typeof plateauDecisions)[number];
  reason: string | null;
}

const plateauRule = 'PH-06';
const adviceRule = 'PH-32';

/**
 * What finishing this work wants. A plateau closes only by a new version, by a reason to go on, or by a referral; a therapist's question
 * closes only by its answer, which comes from therapy. Everything else is done when somebody says so: null.
 */
export function decisionOn(
  item: { ruleId: string; planVersion: number },
  { decision, reason }: FinishWorkItem,
  newestVersion: number,
): Decision | null {
  if (item.ruleId === doseChangeRule) {
    throw new DomainError(
      'illegal-transition',
      'It closes by its answer: a new version, or a reply to the therapist.',
      [],
      {
        state: 'open',
        allowed: ['publish a version', 'POST /api/therapy/dose-changes/{id}/reply'],
      },
    );
  }
  if (item.ruleId === adviceRule) {
    throw new DomainError('illegal-transition', 'It closes by its answer, or by the referral that comes of it.', [], {
      state: 'open',
      allowed: ['POST /api/advice/{id}/answer', 'POST /api/advice/{id}/convert'],
    });
  }
  if (item.ruleId !== plateauRule) {
    refuse([
      ...(decision === undefined ? [] : [{ path: 'decision', message: 'is for a plateau only' }]),
      ...(reason === undefined ? [] : [{ path: 'reason', message: 'is for a plateau only' }]),
    ]);
    return null;
  }
  refuse(plateauFaults({ decision, reason }, newestVersion > item.planVersion));
  return { decision: decision as Decision['decision'], reason: reason ?? null };
}

function plateauFaults({ decision, reason }: FinishWorkItem, isVersionNewer: boolean): FieldError[] {
  if (decision === undefined) return [{ path: 'decision', message: `one of: ${plateauDecisions.join(', ')}` }];
  if (decision !== 'new-version') {
    return reason === undefined ? [{ path: 'reason', message: `say why: ${decision}` }] : [];
  }
  return isVersionNewer ? [] : [{ path: 'decision', message: 'no version was published since the plateau' }];
}

function refuse(errors: FieldError[]): void {
  if (errors.length > 0) throw new DomainError('invalid-input', 'This work is not finished like that.', errors);
}
