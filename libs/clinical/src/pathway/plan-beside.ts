import type { Pathway, PathwayItem, PlanDocument } from '#contracts';

type Rung = Pathway['stages'][number];
type Item<Kind extends PathwayItem['kind']> = Extract<PathwayItem, { kind: Kind }>;

/**
 * Whether the plan holds what the pathway suggests. What was tried and stopped counts: it was thought of. A cancelled procedure or study
 * does not.
 */
export function isInPlan(item: PathwayItem, document: PlanDocument): boolean {
  switch (item.kind) {
    case 'rehab':
      return document.rehab.some(
        ({ discipline, program }) =>
          discipline === item.discipline && item.program.some((element) => program.includes(element)),
      );
    case 'medication':
      return document.medications.some((one) => item.anyOf.includes(one.class));
    case 'procedure':
      return countOf(item, document) >= item.times;
    case 'behavioral':
      return document.behavioral.some(({ kind }) => item.anyOf.includes(kind));
    case 'lifestyle':
      return document.lifestyle.some(({ kind }) => item.anyOf.includes(kind));
    case 'imaging':
      return document.imaging.some(({ modality, status }) => status !== 'cancelled' && item.anyOf.includes(modality));
    case 'referral':
      return document.referralsNeeded.some(({ role }) => role === item.role);
    case 'work':
      return document.work?.returnDate !== undefined || document.work?.status === 'full';
  }
}

const countOf = ({ anyOf }: Item<'procedure'>, document: PlanDocument): number =>
  document.procedures.filter(({ type, status }) => status !== 'cancelled' && anyOf.includes(type)).length;

export const proceduresOf = (rung: Rung): readonly Item<'procedure'>['anyOf'][number][] =>
  rung.items.flatMap((item) => (item.kind === 'procedure' ? item.anyOf : []));

const ladder = ['conservative', 'interventional-diagnostic', 'interventional-therapeutic', 'advanced'] as const;

/**
 * The rungs of a pathway that answer to the plan's stage. A pathway without that stage answers with the nearest below it, so that one
 * diagnosis of several does not fall silent because another is further up.
 */
export function rungsAt(pathway: Pathway, stage: Rung['stage']): readonly Rung[] {
  const own = pathway.stages.filter((rung) => rung.stage === stage);
  if (own.length > 0 || stage === 'maintenance') return own;
  const reach = ladder.findIndex((one) => one === stage);
  const lower: readonly Rung['stage'][] = ladder.slice(0, reach === -1 ? ladder.length : reach);
  const nearest = pathway.stages.findLast((rung) => lower.includes(rung.stage))?.stage;
  return pathway.stages.filter((rung) => rung.stage === nearest);
}

/** Where the plan stands among rungs of the same stage: the highest with a procedure in the plan, else the first. */
export function rungInUse(pathway: Pathway, document: PlanDocument): Rung | undefined {
  const rungs = rungsAt(pathway, document.stage.value);
  const started = rungs.findLast((rung) =>
    document.procedures.some(({ type, status }) => status !== 'cancelled' && proceduresOf(rung).includes(type)),
  );
  return started ?? rungs[0];
}

/** The rungs below the one in use: what they hold besides procedures goes on. */
export function rungsBelow(pathway: Pathway, stage: Rung['stage']): readonly Rung[] {
  const first = rungsAt(pathway, stage)[0];
  return first ? pathway.stages.slice(0, pathway.stages.indexOf(first)) : [];
}
