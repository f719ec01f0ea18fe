import type { PlanDocument, RedFlag, TriageUrgency } from '#contracts';
import { windowOf } from '../plan/procedure-table.js';
import { type Aggravation, triageTable } from './triage-table.js';

/** Devices that an infection must not reach. */
const implants = ['scs', 'drg', 'intrathecal-pump'];

/** Something implanted for pain, recorded as a device or as a procedure that was done. */
export const hasImplant = ({ patientContext, procedures }: PlanDocument): boolean =>
  patientContext.implantedDevices.some(({ kind }) => implants.includes(kind)) ||
  procedures.some((procedure) => procedure.status === 'done' && windowOf(procedure) === 'W-IMPLANT');

export const urgencyWith = (kind: RedFlag['kind'], aggravations: readonly Aggravation[]): TriageUrgency => {
  const { urgency, emergencyWith } = triageTable[kind];
  return emergencyWith.some((one) => aggravations.includes(one)) ? 'emergency' : urgency;
};

/** How fast a red flag of a plan must be acted on. */
export function redFlagUrgency(
  flag: Pick<RedFlag, 'kind'> & Partial<Pick<RedFlag, 'neurologicSign' | 'emergency'>>,
  document: PlanDocument,
): TriageUrgency {
  if (flag.emergency) return 'emergency';
  return urgencyWith(flag.kind, [
    ...(flag.neurologicSign ? (['neurologic-sign'] as const) : []),
    ...(hasImplant(document) ? (['implant'] as const) : []),
  ]);
}
