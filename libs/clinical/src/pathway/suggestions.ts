import type { Pathway, PathwaySuggestion, PlanDocument } from '#contracts';
import { measureFacts } from '../target/measures.js';
import { isInPlan, rungInUse, rungsAt, rungsBelow } from './plan-beside.js';
import { type FollowedPathway, pathwaysOf } from './pathways.js';

export interface SuggestionsOfDiagnosis extends FollowedPathway {
  suggestions: PathwaySuggestion[];
}

/**
 * What the pathways of this plan suggest at its stage and the plan does not hold, one entry for each pathway that it follows.
 * Therapy and behavioral care of lower rungs go on, so they stay suggested; their medicines and procedures do not.
 */
export const suggestionsFor = (document: PlanDocument): SuggestionsOfDiagnosis[] =>
  pathwaysOf(document).map((followed) => ({ ...followed, suggestions: suggestionsOf(followed.pathway, document) }));

function suggestionsOf(pathway: Pathway, document: PlanDocument): PathwaySuggestion[] {
  const stage = document.stage.value;
  const lasting = rungsBelow(pathway, stage).map((rung) => ({
    ...rung,
    items: rung.items.filter(({ kind }) => kind === 'rehab' || kind === 'behavioral'),
  }));
  const items = [...lasting, ...rungsAt(pathway, stage)].flatMap((rung) =>
    rung.items.filter((item) => !isInPlan(item, document)).map((item) => ({ stage: rung.stage, item })),
  );
  return [...items, ...targetsOf(pathway, document)];
}

const targetsOf = (pathway: Pathway, document: PlanDocument): PathwaySuggestion[] =>
  pathway.targets
    .filter(({ kind, measure }) => !document.targets.some((one) => one.kind === kind || one.measure === measure))
    .map(({ kind, ...target }) => ({
      stage: document.stage.value,
      item: { kind: 'target', targetKind: kind, ...target, text: `Measure ${measureFacts(target.measure).name}.` },
    }));

/** What the pathways name as next when this rung is not enough, in words, each once. */
export const nextOptionsFor = (document: PlanDocument): string[] => [
  ...new Set(pathwaysOf(document).flatMap(({ pathway }) => nextOptionsOf(pathway, document))),
];

export const nextOptionsOf = (pathway: Pathway, document: PlanDocument): readonly string[] =>
  rungInUse(pathway, document)?.nextOptions ?? [];
