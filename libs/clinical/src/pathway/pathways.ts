import { z } from 'zod';
import { type Diagnosis, overlayGroups, pathway, type Pathway, type PathwayGroup, type PlanDocument } from '#contracts';
import { pathwaySource } from './pathways.generated.js';

/** Checks pathways as parsed from YAML; throws with every fault. */
export function loadPathways(raw: readonly unknown[]): readonly Pathway[] {
  const parsed = z.array(pathway).safeParse(raw);
  if (!parsed.success) throw new Error(`Pathways do not fit their schema:\n${z.prettifyError(parsed.error)}`);
  const groups = parsed.data.map(({ group }) => group);
  const repeated = groups.filter((group, index) => groups.indexOf(group) !== index);
  if (repeated.length > 0) throw new Error(`Two pathways for ${repeated.join(', ')}`);
  return parsed.data;
}

/** The pathways of this release, in alphabetical order of their groups. */
export const pathways: readonly Pathway[] = loadPathways(pathwaySource);

const byGroup = new Map<PathwayGroup, Pathway>(pathways.map((one) => [one.group, one]));

/** The pathway of a group. Every diagnosis group of the vocabulary has one. */
export function pathwayOf(group: PathwayGroup): Pathway {
  const found = byGroup.get(group);
  if (!found) throw new Error(`the group ${group} has no pathway`);
  return found;
}

export interface FollowedPathway {
  /** Null: an overlay that follows from the occupation. */
  diagnosis: Diagnosis | null;
  pathway: Pathway;
}

const isActive = ({ status }: Diagnosis): boolean => status === 'suspected' || status === 'confirmed';

/** What a plan follows: one pathway for each active diagnosis with a group, and the overlays that its duty demands call for. */
export function pathwaysOf(document: PlanDocument): FollowedPathway[] {
  const followed = document.diagnoses
    .filter(isActive)
    .flatMap((diagnosis): FollowedPathway[] =>
      diagnosis.group ? [{ diagnosis, pathway: pathwayOf(diagnosis.group) }] : [],
    );
  const demands: readonly string[] = document.patientContext.dutyDemands;
  const overlays = overlayGroups
    .map(pathwayOf)
    .filter(({ dutyDemands }) => dutyDemands.some((demand) => demands.includes(demand)));
  return [...followed, ...(followed.length > 0 ? overlays : []).map((one) => ({ diagnosis: null, pathway: one }))];
}
