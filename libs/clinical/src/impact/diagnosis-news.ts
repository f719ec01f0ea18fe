import type { Diagnosis, PlanChange } from '#contracts';
import { isEqualBut, isSameSet } from '../plan/equal.js';

export const isBoneMetastasis = ({ code }: Diagnosis): boolean => code.startsWith('C79.51');
const vertebralFractureCodes = /^(M84\.[45]8|M80\.[08]8|M48\.5|S[123]2\.0)/;
export const isVertebralFracture = ({ code }: Diagnosis): boolean => vertebralFractureCodes.test(code);

/** What is new about a diagnosis that may have stood under the same id before. */
interface DiagnosisNews {
  /** It was not there, or was something else: whom a diagnosis calls is called, however the plan came to name it. */
  isAnotherDisease: boolean;
  /** It was there, and lies elsewhere now. */
  isElsewhere: boolean;
  /** Its structure was not in this danger, or not here. */
  isNewRisk: boolean;
}

export function diagnosisNews({ before, after }: PlanChange): DiagnosisNews {
  const [was, is] = [before as Diagnosis | null, after as Diagnosis | null];
  if (is === null || was === null || !isLive(was))
    return { isAnotherDisease: is !== null, isElsewhere: false, isNewRisk: is !== null };
  const isElsewhere = !isSamePlace(was, is);
  return {
    isAnotherDisease: !isSameDisease(was, is),
    isElsewhere,
    isNewRisk: isElsewhere || !isEqualBut(was.structuralRisk, is.structuralRisk, ['decidedBy']),
  };
}

const isLive = ({ status }: Diagnosis): boolean => status === 'suspected' || status === 'confirmed';

const isSamePlace = (a: Diagnosis, b: Diagnosis): boolean =>
  a.side === b.side && a.region === b.region && isSameSet(a.level, b.level);

/** The groups, and the two findings within a group, that rules call people for; for pelvic pain also whose organs it may come from. */
const isSameDisease = (a: Diagnosis, b: Diagnosis): boolean =>
  a.group === b.group &&
  a.history === b.history &&
  isBoneMetastasis(a) === isBoneMetastasis(b) &&
  isVertebralFracture(a) === isVertebralFracture(b);
