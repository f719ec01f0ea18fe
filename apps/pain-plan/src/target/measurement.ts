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

/** The plan that a target belongs to, as far as judging the target needs it. */
export interface MeasuredPlan {
  id: string;
  patientId: string;
  currentVersion: number;
}
