import {
  planEnteredInError,
  planPublished,
  type Actor,
  type OutgoingEvent,
  type PlanDocument,
  type TeamMember,
  type VersionImpact,
} from '#contracts';
import { ended, inWords } from '../timeline/words.js';
import type { VersionInError } from './plan.repository.js';
import type { Happening } from '../timeline/timeline.repository.js';

export interface VersionInForce {
  planId: string;
  patientId: string;
  version: number;
  document: PlanDocument;
  reason: string;
  author: Actor;
  publishedAt: Date;
  /** The version that this one undoes. */
  corrects?: number;
}

export const planPublishedEvent = (inForce: VersionInForce, impact: VersionImpact, team: TeamMember[]): OutgoingEvent =>
  planPublished.of({
    subject: inForce.patientId,
    time: inForce.publishedAt,
    data: {
      ...inForce,
      publishedAt: inForce.publishedAt.toISOString(),
      changes: impact.changes,
      rulesetVersion: impact.rulesetVersion,
      team,
    },
  });

/** The publish itself, and each exception from a clinical prerequisite that it brought. */
export function publishHappenings(inForce: VersionInForce, impact: VersionImpact, previous: PlanDocument): Happening[] {
  const common = {
    patientId: inForce.patientId,
    at: inForce.publishedAt,
    by: inForce.author.name,
    planVersion: inForce.version,
  };
  const what =
    impact.changes.length === 0
      ? 'wording only, nobody is concerned'
      : impact.changes.map((change) => change.text).join('; ');
  const known = new Map(previous.procedures.map((procedure) => [procedure.id, procedure.override?.reason]));
  const overrides = inForce.document.procedures.flatMap(({ id, type, override }) =>
    override && known.get(id) !== override.reason ? [{ type, override }] : [],
  );
  return [
    {
      ...common,
      type: 'plan.published',
      text: `Plan version ${inForce.version} published (${inForce.reason}): ${ended(what)}`,
    },
    ...overrides.map(({ type, override }) => ({
      ...common,
      type: 'plan.prerequisite-overridden',
      text: `A prerequisite of ${inWords(type)} was overridden by ${override.by}: ${ended(override.reason)}`,
    })),
  ];
}

export const planEnteredInErrorEvent = (patientId: string, error: VersionInError): OutgoingEvent =>
  planEnteredInError.of({
    subject: patientId,
    time: error.markedAt,
    data: { ...error, patientId, markedAt: error.markedAt.toISOString() },
  });
