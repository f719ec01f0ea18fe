import type { HistoryPacket, Medication, PlanProposal } from '#contracts';
import { classOf } from './known-medicines.js';

type Trial = HistoryPacket['trials'][number];

interface MedicationHistory {
  items: (Pick<Medication, 'id' | 'ingredient' | 'class' | 'status'> & Partial<Medication>)[];
  /** What was tried and is no medicine: it goes into the notes. */
  otherTrials: Trial[];
  open: PlanProposal['open'];
}

/** Medicines that were tried become stopped ones with why they were stopped, so that nobody starts them again unawares. */
export function medicationsOf(trials: readonly Trial[]): MedicationHistory {
  const read = trials.map((trial) => ({ trial, kind: trial.class ?? classOf(trial.treatment) }));
  const medicines = read.filter(({ trial, kind }) =>
    trial.kind === undefined ? kind !== null : trial.kind === 'medication',
  );
  const items = medicines.map(({ trial, kind }, at) => asMedication(trial, kind ?? 'other', at));
  return {
    items,
    otherTrials: read.filter((one) => !medicines.includes(one)).map(({ trial }) => trial),
    open: medicines.flatMap(({ trial, kind }, at) => [
      ...(kind === null
        ? [{ path: `document.medications[${at}].class`, why: `the class of ${trial.treatment} is not known` }]
        : []),
      ...(isTaken(trial) && kind === 'opioid'
        ? [{ path: `document.medications[${at}].stewardship`, why: 'an opioid needs its safeguards before publishing' }]
        : []),
      ...(trial.sideEffect === undefined && !isTaken(trial)
        ? [{ path: `document.medications[${at}].stopReason`, why: 'the packet does not say why it was stopped' }]
        : []),
    ]),
  };
}

const isTaken = ({ stillTaken }: Trial): boolean => stillTaken === true;

function asMedication(trial: Trial, kind: Medication['class'], at: number): MedicationHistory['items'][number] {
  const base = {
    id: `trial-${at + 1}`,
    ingredient: { display: trial.treatment },
    class: kind,
    ...(kind === 'topical' ? { route: 'topical' as const } : {}),
    ...doseOf(trial.dose),
  };
  return isTaken(trial)
    ? { ...base, status: 'active' }
    : { ...base, status: 'stopped', stopReason: stopReasonOf(trial) };
}

function stopReasonOf({ sideEffect, effect }: Trial): NonNullable<Medication['stopReason']> {
  if (sideEffect !== undefined) return { kind: 'side-effect', effect: sideEffect };
  return { kind: 'not-stated', ...(effect === undefined ? {} : { effect }) };
}

/** `300 mg at night` becomes a number, a unit and the rest; words that are no dose stay words. */
function doseOf(words: string | undefined): Partial<Pick<Medication, 'dose' | 'unit' | 'frequency'>> {
  if (words === undefined) return {};
  const [, amount, unit, rest] = /^\s*(\d+(?:\.\d+)?)\s*(mg|g|mcg|ug|%|mL)\b[\s,]*(.*)$/i.exec(words) ?? [];
  if (amount === undefined || unit === undefined) return { frequency: words };
  const frequency = rest?.trim();
  return {
    dose: Number(amount),
    unit: unit.toLowerCase() === 'mcg' ? 'ug' : unit,
    ...(frequency ? { frequency } : {}),
  };
}
