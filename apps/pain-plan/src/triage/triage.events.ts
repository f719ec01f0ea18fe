import type { Triage } from '#clinical';
import { redFlagReported, type Actor, type OutgoingEvent } from '#contracts';
import type { Happening } from '../timeline/timeline.repository.js';
import { flagsInWords } from './flag-words.js';
import { inWords } from '../timeline/words.js';

export interface Report {
  patientId: string;
  planId: string | null;
  version: number | null;
  triage: Triage;
  by: Actor;
  at: Date;
}

export const redFlagReportedEvent = ({ patientId, planId, version, triage, by, at }: Report): OutgoingEvent =>
  redFlagReported.of({
    subject: patientId,
    time: at,
    data: {
      patientId,
      planId,
      kinds: triage.kinds,
      urgency: triage.urgency,
      version,
      alreadyKnown: triage.alreadyKnown,
      by,
      reportedAt: at.toISOString(),
    },
  });

/** The report, and apart from it what was said: words about self-harm are for physicians alone. */
export function reportHappenings(report: Report, note: string | undefined): Happening[] {
  const { patientId, triage, by, at, version } = report;
  const common = { patientId, at, by: by.name, planVersion: version };
  const what = flagsInWords(triage.kinds);
  const happenings: Happening[] = [
    { ...common, type: 'red-flag.reported', text: `${by.name} reported ${what}: ${outcome(report)}` },
  ];
  if (note === undefined || note.trim() === '') return happenings;
  const type = triage.kinds.includes('self-harm') ? 'red-flag.restricted-note' : 'red-flag.note';
  return [...happenings, { ...common, type, text: note }];
}

function outcome({ triage, version }: Report): string {
  if (triage.alreadyKnown && triage.urgency === 'routine') return 'known and unchanged, no alarm.';
  if (triage.alreadyKnown) return 'already under way, no second alarm.';
  const urgency = inWords(triage.urgency);
  return version === null
    ? `${urgency}; the plan stays as it is.`
    : `${urgency}; safety version ${version} awaits the physician.`;
}
