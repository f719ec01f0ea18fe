import type { Procedure } from '#contracts';

export type Window =
  | 'W-ESI'
  | 'W-DIAG'
  | 'W-RFA'
  | 'W-JOINT'
  | 'W-TENDON'
  | 'W-TP'
  | 'W-SYMP'
  | 'W-PELVIC'
  | 'W-TRIAL'
  | 'W-IMPLANT'
  | 'W-VERT';

interface ProcedureFacts {
  name: string;
  window: Window;
  /** Regional anesthesia classes of the ASRA 2018 interventional pain guideline. */
  bleedingRisk: 'low' | 'intermediate' | 'high';
}

const facts = (name: string, window: Window, bleedingRisk: ProcedureFacts['bleedingRisk'] = 'low'): ProcedureFacts => ({
  name,
  window,
  bleedingRisk,
});

/** What each type of procedure is called, its therapy window, its bleeding risk. */
const table: Record<Procedure['type'], ProcedureFacts> = {
  'esi-interlaminar': facts('interlaminar epidural steroid injection', 'W-ESI', 'high'),
  'esi-caudal': facts('caudal epidural steroid injection', 'W-ESI', 'intermediate'),
  'esi-transforaminal': facts('transforaminal epidural steroid injection', 'W-ESI', 'intermediate'),
  'medial-branch-block': facts('medial branch block', 'W-DIAG'),
  'rfa-medial-branch': facts('radiofrequency ablation of the medial branches', 'W-RFA'),
  'si-joint-injection': facts('sacroiliac joint injection', 'W-JOINT'),
  'rfa-lateral-branch': facts('radiofrequency ablation of the lateral branches', 'W-RFA'),
  'joint-injection-shoulder': facts('shoulder injection', 'W-JOINT'),
  'joint-injection-knee': facts('knee injection', 'W-JOINT'),
  'joint-injection-hip': facts('hip injection', 'W-JOINT'),
  'hyaluronic-acid-knee': facts('hyaluronic acid injection of the knee', 'W-JOINT'),
  'genicular-block': facts('genicular nerve block', 'W-DIAG'),
  'rfa-genicular': facts('radiofrequency ablation of the genicular nerves', 'W-RFA'),
  'trigger-point': facts('trigger point injection', 'W-TP'),
  'occipital-block': facts('occipital nerve block', 'W-TP'),
  'sympathetic-block': facts('sympathetic block', 'W-SYMP', 'intermediate'),
  'pudendal-block': facts('pudendal nerve block', 'W-PELVIC'),
  'pelvic-floor-trigger-point': facts('pelvic floor trigger point injection', 'W-PELVIC'),
  'peripheral-nerve-block': facts('peripheral nerve block', 'W-TP'),
  'scs-trial': facts('spinal cord stimulator trial', 'W-TRIAL', 'high'),
  'drg-trial': facts('dorsal root ganglion stimulator trial', 'W-TRIAL', 'high'),
  'scs-implant': facts('spinal cord stimulator implant', 'W-IMPLANT', 'high'),
  'drg-implant': facts('dorsal root ganglion stimulator implant', 'W-IMPLANT', 'high'),
  'intrathecal-pump': facts('intrathecal pump', 'W-IMPLANT', 'high'),
  vertebroplasty: facts('vertebroplasty', 'W-VERT', 'high'),
  'basivertebral-ablation': facts('basivertebral nerve ablation', 'W-RFA', 'intermediate'),
};

export const nameOf = ({ type }: Pick<Procedure, 'type'>): string => table[type].name;
export const bleedingRiskOf = ({ type }: Pick<Procedure, 'type'>): ProcedureFacts['bleedingRisk'] =>
  table[type].bleedingRisk;

type Kind = Pick<Procedure, 'type' | 'intent' | 'tissue'>;

/** A nerve block that asks a question is a diagnostic one, whatever nerve it is; a tendon bears load later than the joint beside it. */
export function windowOf({ type, intent, tissue }: Kind): Window {
  if (type === 'peripheral-nerve-block' && intent === 'diagnostic') return 'W-DIAG';
  const { window } = table[type];
  return window === 'W-JOINT' && tissue === 'tendon' ? 'W-TENDON' : window;
}

export const isPelvic = (procedure: Kind): boolean => windowOf(procedure) === 'W-PELVIC';

/** Same side, same levels, in whatever order they are written. */
export const isSamePlace = (a: Pick<Procedure, 'side' | 'level'>, b: Pick<Procedure, 'side' | 'level'>): boolean =>
  a.side === b.side && [...a.level].sort().join() === [...b.level].sort().join();

/** `right S1 transforaminal epidural steroid injection` */
export const describeProcedure = (procedure: Procedure): string =>
  [procedure.side === 'n/a' ? '' : procedure.side, procedure.level.join(', '), nameOf(procedure)]
    .filter(Boolean)
    .join(' ');
