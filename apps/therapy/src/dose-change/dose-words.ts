import type { Rehab, RequestDoseChange } from '#contracts';

/** The proposal as the physician reads it. */
export function proposalText({
  sessionsPerWeek,
  minutes,
  intensity,
  progression,
}: RequestDoseChange['proposal']): string {
  const sessions = sessionsPerWeek === 1 ? 'one session a week' : `${sessionsPerWeek} sessions a week`;
  return [
    sessionsPerWeek === undefined ? '' : sessions,
    minutes === undefined ? '' : `${minutes} minutes each`,
    intensity === undefined ? '' : `${intensity} intensity`,
    progression === undefined ? '' : `progression: ${progression}`,
  ]
    .filter(Boolean)
    .join(', ');
}

/** What therapists do or aim at is another one now; wording of a cause is not. */
export function changesPrescription(before: Rehab, after: Rehab): boolean {
  const doing = ({ dose, progression, program, status }: Rehab): string =>
    JSON.stringify([
      dose && [dose.sessionsPerWeek, dose.weeks, dose.minutes, dose.intensity],
      progression && [
        ...[progression.measure, progression.op, progression.value, progression.sessions],
        ...[progression.stepBackFlareHours, progression.then],
      ],
      [...program].sort(),
      status,
    ]);
  return doing(before) !== doing(after);
}
