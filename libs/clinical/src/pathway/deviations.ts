import type { Pathway, PathwayDeviation, PlanDocument, Procedure } from '#contracts';
import { words } from '../plan/change-text.js';
import { nameOf } from '../plan/procedure-table.js';
import { type FollowedPathway, pathwaysOf } from './pathways.js';
import { proceduresOf } from './plan-beside.js';

/**
 * What departs from the pathways of this plan, in neutral sentences: a procedure outside the ladder, a rung left out, something that the
 * pathway calls not indicated, a stage that no pathway has. For the physician to see; it blocks nothing and tells nobody.
 */
export function deviationsFrom(document: PlanDocument): PathwayDeviation[] {
  const followed = pathwaysOf(document);
  if (followed.length === 0) return [];
  return [
    ...strangeStage(document, followed),
    ...document.procedures
      .filter(({ status }) => status !== 'cancelled')
      .flatMap((procedure) => ofProcedure(procedure, document, followed)),
    ...followed.flatMap((one) => notIndicated(document, one)),
  ];
}

const said = ({ diagnosis, pathway }: FollowedPathway, itemId: string | null, text: string): PathwayDeviation => ({
  diagnosisId: diagnosis?.id ?? null,
  group: pathway.group,
  itemId,
  text,
});

/** Every pathway may end in maintenance, and a surgeon may be asked about anything. */
const alwaysOnLadder: readonly string[] = ['maintenance', 'surgical-consultation'];

function strangeStage({ stage }: PlanDocument, followed: readonly FollowedPathway[]): PathwayDeviation[] {
  const isKnown = followed.some(({ pathway }) => pathway.stages.some((rung) => rung.stage === stage.value));
  if (isKnown || alwaysOnLadder.includes(stage.value)) return [];
  const names = followed.filter(({ diagnosis }) => diagnosis).map(({ pathway }) => pathway.name);
  const text = `The plan is at the stage "${words(stage.value)}", which the ladder of ${names.join(' and of ')} does not have.`;
  return [{ diagnosisId: null, group: null, itemId: null, text }];
}

function ofProcedure(
  procedure: Procedure,
  document: PlanDocument,
  followed: readonly FollowedPathway[],
): PathwayDeviation[] {
  const candidates = followed.filter(
    ({ diagnosis }) => diagnosis && (procedure.diagnosisId === undefined || procedure.diagnosisId === diagnosis.id),
  );
  const [first] = candidates;
  // What is done for a diagnosis without a pathway, or one that is over, is nothing a pathway could judge.
  if (!first) return [];
  const onLadder = candidates.find(({ pathway }) => rungOf(pathway, procedure) !== -1);
  if (onLadder) return skippedRungs(procedure, document, onLadder);
  if (candidates.some(({ pathway }) => isNotIndicated(pathway, procedure))) return [];
  const names = candidates.map(({ pathway }) => pathway.name).join(' or ');
  return [
    said(first, procedure.id, `${sentence(nameOf(procedure))} is not on the ladder of ${names}.${reason(procedure)}`),
  ];
}

const rungOf = (pathway: Pathway, { type }: Procedure): number =>
  pathway.stages.findIndex((rung) => proceduresOf(rung).includes(type));

function skippedRungs(procedure: Procedure, document: PlanDocument, followed: FollowedPathway): PathwayDeviation[] {
  const below = followed.pathway.stages.slice(0, rungOf(followed.pathway, procedure));
  const untried = below
    .filter(({ optional }) => !optional)
    .flatMap((rung) => {
      const types = proceduresOf(rung);
      if (types.length > 0) {
        const isTried = document.procedures.some(({ type, status }) => status !== 'cancelled' && types.includes(type));
        return isTried ? [] : [types.map((type) => nameOf({ type })).join(' or ')];
      }
      const therapy = rung.items.find(({ kind }) => kind === 'rehab');
      return therapy?.kind === 'rehab' && !document.rehab.some(({ discipline }) => discipline === therapy.discipline)
        ? [words(therapy.discipline)]
        : [];
    });
  if (untried.length === 0) return [];
  const text = `${sentence(nameOf(procedure))} comes before ${untried.join(' and before ')}, which the plan does not hold.`;
  return [said(followed, procedure.id, `${text}${reason(procedure)}`)];
}

const isNotIndicated = ({ notIndicated: list }: Pathway, { type }: Procedure): boolean =>
  list.some(({ procedures }) => procedures.includes(type));

function notIndicated(document: PlanDocument, followed: FollowedPathway): PathwayDeviation[] {
  const { diagnosis, pathway } = followed;
  const isForThis = (diagnosisId: string | undefined): boolean =>
    diagnosisId === undefined || diagnosisId === diagnosis?.id;
  return pathway.notIndicated.flatMap(({ procedures, medications, program, why }) => [
    ...document.procedures
      .filter(
        ({ type, status, diagnosisId }) =>
          procedures.includes(type) && status !== 'cancelled' && isForThis(diagnosisId),
      )
      // With no diagnosis named, another pathway of this plan may well call for it.
      .filter((one) => one.diagnosisId !== undefined || !isOnAnyLadder(document, one))
      .map((one) =>
        said(followed, one.id, `${sentence(nameOf(one))} is not indicated in ${pathway.name}: ${why}.${reason(one)}`),
      ),
    ...document.medications
      .filter(({ class: kind, status }) => medications.includes(kind) && status !== 'stopped')
      .map((one) => said(followed, one.id, `${one.ingredient.display} is not indicated in ${pathway.name}: ${why}.`)),
    ...document.rehab
      .filter(({ status, diagnosisId }) => status === 'active' && isForThis(diagnosisId))
      .flatMap((one) => one.program.filter((element) => program.includes(element)).map((element) => ({ one, element })))
      .map(({ one, element }) =>
        said(followed, one.id, `${sentence(words(element))} is not indicated in ${pathway.name}: ${why}.`),
      ),
  ]);
}

const isOnAnyLadder = (document: PlanDocument, procedure: Procedure): boolean =>
  pathwaysOf(document).some(({ pathway }) => rungOf(pathway, procedure) !== -1);

const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const reason = ({ override }: Procedure): string => (override ? ` Reason given: ${override.reason}` : '');
