import type { PartnerRole, PlanDocument, Target } from '#contracts';

/**
 * The targets a role works towards: those it trains, and those of its own prescription. No partner learns of any other,
 * so that, for example, a pelvic target is nothing physical therapy can ask for.
 */
export const targetsOf = (role: PartnerRole, document: PlanDocument): Target[] => {
  const prescribed = new Set(
    document.rehab.filter((rehab) => rehab.discipline === role).flatMap((rehab) => rehab.targets),
  );
  const behavioral = role === 'behavioral-health' ? document.behavioral.flatMap((item) => item.targets) : [];
  return document.targets.filter(
    (target) => target.trainedBy === role || prescribed.has(target.id) || behavioral.includes(target.id),
  );
};
