import { planDocument, type PlanDocument } from '#contracts';

/** What directives are derived from, and nothing else: a therapy record holds no medicine, no finding, no behavioral item. */
export const keptForTherapy = ({ status, diagnoses, procedures, rehab, targets }: PlanDocument): PlanDocument =>
  planDocument.parse({
    status,
    // Of a diagnosis, what a structure of unknown stability and the privacy of the pelvis need.
    diagnoses: diagnoses.map(({ id, code, group, status: state, structuralRisk, region, level }) => ({
      id,
      code,
      group,
      status: state,
      structuralRisk,
      region,
      level,
    })),
    procedures,
    rehab,
    targets,
  });
