import { DateTime } from 'luxon';
import type { Diagnosis, Medication, PlanChange, PlanDocument, Procedure } from '#contracts';

type Allergies = PlanDocument['patientContext']['allergies'];

/** The allergies that a change brings, by kind and by name. */
export function addedAllergies({ before, after }: PlanChange): { addedKinds: string[]; added: string[] } {
  const [was, is] = [before as Allergies | null, after as Allergies | null];
  const added = (is?.items ?? []).filter(
    ({ kind, text }) => !was?.items.some((known) => known.kind === kind && known.text === text),
  );
  return { addedKinds: added.map(({ kind }) => kind), added: added.map(({ text }) => text).sort() };
}

const injectedJoints: Partial<Record<Procedure['type'], string>> = {
  'joint-injection-shoulder': 'shoulder',
  'joint-injection-knee': 'knee',
  'joint-injection-hip': 'hip',
};
/** A steroid this long before a joint is replaced raises the risk of an infection. */
const intervalMonths = 3;

export interface InjectionBeforeReplacement {
  injection: Procedure;
  /** When the injection is, or was. */
  at: string;
  /** The day of the replacement. */
  replacementOn: string;
}

/** The first of these injections that puts a steroid into a joint within three months before it is replaced. */
export function injectionBeforeReplacement(
  procedures: readonly Procedure[],
  { patientContext: { plannedSurgery } }: PlanDocument,
): InjectionBeforeReplacement | null {
  const found = procedures.flatMap((injection) => {
    const at = injection.doneAt ?? injection.scheduledAt;
    const isGiven = injection.status === 'scheduled' || injection.status === 'done';
    if (!at || !isGiven || injection.steroid === 'none') return [];
    const days = plannedSurgery
      .filter(({ region, date }) => date !== undefined && isSameJoint(injection, region) && isTooSoon(at, date))
      .map(({ date }) => date ?? '')
      .sort();
    return days[0] === undefined ? [] : [{ injection, at, replacementOn: days[0] }];
  });
  return found[0] ?? null;
}

/** `left knee` is not the right one; a region without a side may be either. */
function isSameJoint({ type, side }: Procedure, region: string): boolean {
  const joint = injectedJoints[type];
  if (joint === undefined || !new RegExp(`\\b${joint}\\b`, 'i').test(region)) return false;
  const named = /\b(left|right)\b/i.exec(region)?.[1]?.toLowerCase();
  return named === undefined || (side !== 'left' && side !== 'right') || side === named;
}

function isTooSoon(at: string, date: string): boolean {
  const given = DateTime.fromISO(at, { setZone: true }).startOf('day');
  const replaced = DateTime.fromISO(date, { zone: given.zone });
  return replaced >= given && replaced <= given.plus({ months: intervalMonths });
}

/** Classes that hold the pain of trigeminal neuralgia. */
const facialPainClasses: readonly Medication['class'][] = ['anticonvulsant', 'gabapentinoid', 'muscle-relaxant'];

export const failsForFacialPain = ({ class: kind, status, stopReason }: Medication): boolean =>
  status === 'stopped' &&
  facialPainClasses.includes(kind) &&
  (stopReason?.kind === 'ineffective' || stopReason?.kind === 'side-effect');

export const isFacialPain = ({ group, status }: Diagnosis): boolean =>
  group === 'trigeminal-neuralgia' && (status === 'suspected' || status === 'confirmed');
