import { a1Nurse } from '../../test/cases/a1-nurse.ts';
import { a2Retiree } from '../../test/cases/a2-retiree.ts';
import { a3Crps } from '../../test/cases/a3-crps.ts';
import type { CareCase } from '../../test/cases/case.ts';

/** A case stopped at a moment that shows what the system is for. */
export interface Sketch {
  careCase: CareCase;
  version: number;
  /** Partners that have not acknowledged this version yet. */
  stillOpenFor: readonly string[];
}

export const caseSketches: readonly Sketch[] = [
  { careCase: a1Nurse, version: 2, stillOpenFor: ['pt-north'] },
  { careCase: a2Retiree, version: 2, stillOpenFor: ['corner-pharmacy'] },
  { careCase: a3Crps, version: 2, stillOpenFor: ['pt-north'] },
];
