import type { PlanDocument, PlanDocumentInput } from '#contracts';

/** Whose plan the first steps change: the seed's first patient. */
export const samplePatient = 'SEED-A1';
const restrictionId = 'first-steps';
const weeks = 2;

/** The plan with one more restriction for therapy: nothing with impact from today for two weeks. Null: it prescribes no therapy. */
export function withPreparedChange(plan: PlanDocument, today: Date): PlanDocumentInput | null {
  const [therapy, ...others] = plan.rehab;
  if (!therapy) return null;
  const until = new Date(today);
  until.setUTCDate(until.getUTCDate() + weeks * 7);
  const restriction = {
    id: restrictionId,
    kind: 'no-impact' as const,
    region: 'lumbar spine',
    from: calendarDay(today),
    until: calendarDay(until),
  };
  return { ...plan, rehab: [{ ...therapy, restrictions: [...therapy.restrictions, restriction] }, ...others] };
}

/** Whether a document says it already. */
export const holdsPreparedChange = (plan: Pick<PlanDocumentInput, 'rehab'> | null | undefined): boolean =>
  plan?.rehab?.some(({ restrictions }) => restrictions?.some(({ id }) => id === restrictionId)) ?? false;

const calendarDay = (at: Date): string => at.toISOString().slice(0, 10);
