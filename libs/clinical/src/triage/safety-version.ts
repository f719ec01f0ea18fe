import { DateTime } from 'luxon';
import type { Imaging, PlanDocument, RedFlag, Rehab, Restriction } from '#contracts';
import { type RedFlagKind, type Study, triageTable } from './triage-table.js';

export interface Moment {
  at: Date;
  /** The clinic's: dates of a plan are its calendar days. */
  timeZone: string;
}

/** A flag with what it makes of its study: an emergency hurries the pictures too. */
export interface Alarm {
  flag: RedFlag;
  isEmergency: boolean;
}

/** Therapy reads restrictions, and never the cause of a hold. */
const neutralCause = 'urgent medical review';
const therapyHolds = ['hold-all', 'hold-loading', 'no-bend-lift-twist'] as const;

/** The plan as it is, with the flags, their holds on every running therapy, and their imaging. Nothing else moves. */
export const withAlarms = (document: PlanDocument, alarms: readonly Alarm[], moment: Moment): PlanDocument =>
  alarms.reduce((plan, alarm) => withAlarm(plan, alarm, moment), document);

function withAlarm(document: PlanDocument, { flag, isEmergency }: Alarm, moment: Moment): PlanDocument {
  const study = studyFor(document, flag, isEmergency, moment);
  const known = document.redFlags.some(({ id }) => id === flag.id);
  return {
    ...document,
    redFlags: known
      ? document.redFlags.map((other) => (other.id === flag.id ? flag : other))
      : [...document.redFlags, flag],
    rehab: document.rehab.map((rehab, index) => held(rehab, index, flag, moment)),
    imaging: study ? [...document.imaging, study] : document.imaging,
  };
}

const dayOf = ({ at, timeZone }: Moment, plusDays = 0): string =>
  DateTime.fromJSDate(at, { zone: timeZone }).plus({ days: plusDays }).toFormat('yyyy-MM-dd');

/** Everything that a flag brought into the plan carries the flag's id in front of its own. */
const broughtBy = (flagId: string, { id }: { id: string }): boolean => id.startsWith(`${flagId}.`);

function held(rehab: Rehab, index: number, flag: RedFlag, moment: Moment): Rehab {
  if (rehab.status !== 'active' && rehab.status !== 'held') return rehab;
  const { holdsRegion, holds: all } = triageTable[flag.kind];
  const kinds = all.filter((hold) => (therapyHolds as readonly string[]).includes(hold));
  const holds = kinds.map((kind): Restriction => ({
    id: `${flag.id}.hold${index + 1}`,
    kind: kind as Restriction['kind'],
    ...(holdsRegion && flag.region !== undefined ? { region: flag.region } : {}),
    cause: neutralCause,
    from: dayOf(moment),
    until: 'until-cleared',
  }));
  // A flag that only became more urgent holds already.
  const missing = holds.filter((hold) => !rehab.restrictions.some(({ id }) => id === hold.id));
  return missing.length > 0 ? { ...rehab, restrictions: [...rehab.restrictions, ...missing] } : rehab;
}

const haste: readonly Imaging['urgency'][] = ['routine', 'urgent', 'same-day', 'emergency'];

/** Null when none is looked for, or when the same pictures are on their way at least as fast. */
function studyFor(document: PlanDocument, flag: RedFlag, isEmergency: boolean, moment: Moment): Imaging | null {
  const { study } = triageTable[flag.kind];
  if (!study) return null;
  const modality = modalityOf(study, document);
  const urgency = isEmergency ? 'emergency' : study.urgency;
  const region = study.region ?? flag.region ?? 'spine';
  const isCovered = document.imaging.some(
    (other) =>
      (other.status === 'ordered' || other.status === 'scheduled') &&
      other.modality === modality &&
      other.region === region &&
      haste.indexOf(other.urgency) >= haste.indexOf(urgency),
  );
  if (isCovered) return null;
  const number = document.imaging.filter((other) => broughtBy(flag.id, other)).length + 1;
  return {
    id: `${flag.id}.study${number}`,
    modality,
    region,
    side: study.region === null ? flag.side : 'n/a',
    reason: study.reason,
    urgency,
    by: dayOf(moment, study.withinDays),
    contrast: study.contrast ?? false,
    networkRequired: false,
    status: 'ordered',
    changesDiagnosis: false,
    incidentalFinding: false,
  };
}

export const modalityOf = (study: Study, document: PlanDocument | null): Imaging['modality'] =>
  study.ifDevice && (document?.patientContext.implantedDevices.length ?? 0) > 0 ? study.ifDevice : study.modality;

export interface Clearance {
  at: Date;
  by: string;
  finding: string;
  urological?: boolean;
  /** What became of open imaging that the flag had ordered: a finding usually rests on it. */
  imaging?: 'resulted' | 'cancelled';
}

/** The plan with the flag cleared, and without the holds that it brought. The rest, other flags' holds included, stays. */
export function clearFlag(document: PlanDocument, flagId: string, clearance: Clearance): PlanDocument {
  const { at, by, finding, urological = false, imaging = 'resulted' } = clearance;
  const isOpen = ({ status }: Imaging): boolean => status === 'ordered' || status === 'scheduled';
  return {
    ...document,
    redFlags: document.redFlags.map((flag) =>
      flag.id === flagId
        ? {
            ...flag,
            status: 'cleared',
            clearedBy: by,
            clearedAt: at.toISOString(),
            finding,
            ...(urological ? { urological } : {}),
          }
        : flag,
    ),
    rehab: document.rehab.map((rehab) => ({
      ...rehab,
      restrictions: rehab.restrictions.filter((restriction) => !broughtBy(flagId, restriction)),
    })),
    imaging: document.imaging.map((study) =>
      broughtBy(flagId, study) && isOpen(study) ? { ...study, status: imaging } : study,
    ),
  };
}

/** Where a finding of the spine is when nobody said: where the plan's pain is. */
const spineOf: Partial<Record<NonNullable<PlanDocument['diagnoses'][number]['group']>, string>> = {
  'lumbar-radiculopathy': 'lumbar spine',
  'spinal-stenosis': 'lumbar spine',
  'post-laminectomy': 'lumbar spine',
  vertebrogenic: 'lumbar spine',
  'cervical-radiculopathy': 'cervical spine',
  whiplash: 'cervical spine',
  'neck-pain-after-crash': 'cervical spine',
};

const elsewhere: Partial<Record<RedFlagKind, string>> = { fracture: 'the injured region', device: 'the device' };

export function usualRegion(kind: RedFlagKind, document: PlanDocument | null): string {
  if (kind === 'device') return document?.patientContext.implantedDevices[0]?.region ?? 'the device';
  const live = document?.diagnoses.find(
    ({ status, group }) => (status === 'suspected' || status === 'confirmed') && group && spineOf[group],
  );
  return elsewhere[kind] ?? (live?.group && spineOf[live.group]) ?? 'spine';
}
