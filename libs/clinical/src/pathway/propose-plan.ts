import { DateTime } from 'luxon';
import {
  type Diagnosis,
  type HistoryPacket,
  type Pathway,
  type Patient,
  planDocument,
  type PlanDocumentInput,
  type PlanProposal,
} from '#contracts';
import { measureFacts, unitOf } from '../target/measures.js';
import { historyInWords } from './history-in-words.js';
import { medicationsOf } from './medication-history.js';
import { pathwayOf } from './pathways.js';
import { suggestionsFor } from './suggestions.js';

type Group = NonNullable<Diagnosis['group']>;
type Open = PlanProposal['open'];

/** New patients are looked at again after this, sooner where the pathway looks at its targets sooner. */
const reviewWeeks = (pathway: Pathway): number =>
  Math.min(4, ...pathway.targets.map(({ reviewEveryWeeks }) => reviewEveryWeeks));

/**
 * A first plan made of what was gathered before the first visit and of the pathway of one diagnosis group. It fits the plan's schema.
 * Numbers that nobody measured stand at nought and are named in `open`: publishing refuses a target whose aim is its baseline, so
 * none goes out by accident. Pure; nothing is stored and nobody is told.
 */
export function proposePlan(
  packet: HistoryPacket,
  patient: Pick<Patient, 'id' | 'birthDate'>,
  group: Group,
  today: string,
): PlanProposal {
  const pathway = pathwayOf(group);
  const targets = goalTargets(packet, pathway);
  const medications = medicationsOf(packet.trials);
  const rehab = therapyOf(pathway, targets);
  const document = planDocument.parse({
    stage: { value: 'conservative', since: today },
    patientContext: {
      age: ageOn(today, patient.birthDate),
      ...(packet.workGoal ? { workGoal: { text: packet.workGoal, targetId: 'work-goal' } } : {}),
      ...(packet.lifeGoal ? { lifeGoal: { text: packet.lifeGoal, targetId: 'life-goal' } } : {}),
    },
    diagnoses: [workingDiagnosis(packet, pathway, group)],
    medications: medications.items,
    rehab,
    targets,
    reviewDate:
      DateTime.fromISO(today)
        .plus({ weeks: reviewWeeks(pathway) })
        .toISODate() ?? today,
    notes: historyInWords(packet, medications.otherTrials),
  } satisfies PlanDocumentInput);
  const [followed] = suggestionsFor(document);
  const suggestions = followed?.suggestions ?? [];
  const open = [
    ...openDiagnosis(packet),
    ...medications.open,
    ...rehab.map((_, at) => ({ path: `document.rehab[${at}].dose`, why: 'sessions in a week and weeks' })),
    ...openTargets(targets),
    ...openContext,
  ];
  return { patientId: patient.id, group, document, open, suggestions, expectedCourse: pathway.expectedCourse };
}

const ageOn = (today: string, birthDate: string): number =>
  Math.max(0, Math.floor(DateTime.fromISO(today).diff(DateTime.fromISO(birthDate), 'years').years));

function workingDiagnosis(packet: HistoryPacket, pathway: Pathway, group: Group) {
  const evidence = [
    ...(packet.story ? [{ kind: 'history' as const, text: packet.story }] : []),
    ...packet.imaging.map(({ modality, region, date }) => ({
      kind: 'imaging' as const,
      text: [modality, region, date].filter(Boolean).join(', '),
    })),
  ];
  return {
    id: 'dx1',
    code: (pathway.codes[0] ?? '').replace(/-$/, '').replace(/\.$/, ''),
    group,
    status: 'suspected' as const,
    evidence,
    ...(packet.onset ? { onset: packet.onset } : {}),
  };
}

const openDiagnosis = ({ onset }: HistoryPacket): Open => [
  { path: 'document.diagnoses[0].code', why: 'an example of the group; the examination decides' },
  { path: 'document.diagnoses[0].side', why: 'the packet does not say it' },
  { path: 'document.diagnoses[0].level', why: 'the examination decides' },
  ...(onset
    ? []
    : [{ path: 'document.diagnoses[0].onset', why: 'the packet does not say it; checkpoints count from it' }]),
];

const openContext: Open = (['allergies', 'anticoagulation', 'diabetes', 'pregnancy', 'cancerHistory'] as const).map(
  (field) => ({ path: `document.patientContext.${field}`, why: 'not recorded yet' }),
);

interface GoalTarget {
  id: 'work-goal' | 'life-goal';
  kind: 'work-goal' | 'life-goal';
  measure: Pathway['targets'][number]['measure'];
  label: string;
  baseline: number;
  target: number;
  unit?: string;
  trainedBy?: NonNullable<Pathway['targets'][number]['trainedBy']>;
  reviewEveryWeeks: number;
  status: 'open';
}

/** The patient's goals, in the patient's words, with the measure that the pathway uses for such a goal. */
function goalTargets(packet: HistoryPacket, pathway: Pathway): GoalTarget[] {
  return (['work-goal', 'life-goal'] as const).flatMap((kind): GoalTarget[] => {
    const label = kind === 'work-goal' ? packet.workGoal : packet.lifeGoal;
    if (!label) return [];
    const usual = pathway.targets.find((target) => target.kind === kind);
    const measure = usual?.measure ?? 'own';
    const unit = unitOf({ measure });
    // A score has no nought of its own: its lowest value stands for "not measured".
    const unmeasured = measureFacts(measure).range?.[0] ?? 0;
    return [
      {
        id: kind,
        kind,
        measure,
        label,
        baseline: unmeasured,
        target: unmeasured,
        ...(unit === null ? {} : { unit }),
        ...(usual?.trainedBy ? { trainedBy: usual.trainedBy } : {}),
        reviewEveryWeeks: usual?.reviewEveryWeeks ?? 4,
        status: 'open',
      },
    ];
  });
}

const openTargets = (targets: readonly GoalTarget[]): Open =>
  targets.flatMap(({ label, measure }, at) => [
    { path: `document.targets[${at}].baseline`, why: `"${label}" is not measured yet (${measureFacts(measure).name})` },
    { path: `document.targets[${at}].target`, why: `say with the patient what "${label}" means as a number` },
  ]);

function therapyOf(pathway: Pathway, targets: readonly GoalTarget[]) {
  const first = pathway.stages[0];
  return (first?.items ?? []).flatMap((item, at) =>
    item.kind === 'rehab'
      ? [
          {
            id: `rehab-${at + 1}`,
            discipline: item.discipline,
            diagnosisId: 'dx1',
            program: item.program,
            targets: targets.filter(({ trainedBy }) => trainedBy === item.discipline).map(({ id }) => id),
            status: 'active' as const,
          },
        ]
      : [],
  );
}
