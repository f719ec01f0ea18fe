import type { Actor } from '#contracts';

/** One measured value of one functional target. */
export interface Measurement {
  id: string;
  planId: string;
  targetId: string;
  measure: string;
  value: number;
  measuredAt: Date;
  source: 'clinic' | 'partner' | 'patient';
  measuredBy: Actor;
  recordedAt: Date;
}
