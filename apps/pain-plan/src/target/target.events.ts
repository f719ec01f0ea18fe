import { targetMeasured, targetPlateaued, targetWorsening, type OutgoingEvent, type Target } from '#contracts';
import type { MeasuredPlan, Measurement } from './measurement.js';
import type { Standing } from './standing.queries.js';

export const targetMeasuredEvent = (patientId: string, measured: Measurement): OutgoingEvent => {
  const { planId, targetId, measure, value, measuredAt, source, measuredBy: by } = measured;
  return targetMeasured.of({
    subject: patientId,
    time: measured.recordedAt,
    data: { planId, patientId, targetId, measure, value, measuredAt: measuredAt.toISOString(), source, by },
  });
};

interface AboutWatch {
  plan: MeasuredPlan;
  target: Target;
  standing: Standing;
  at: Date;
}

export const targetPlateauedEvent = (about: AboutWatch, nextOptions: string[]): OutgoingEvent =>
  targetPlateaued.of({
    subject: about.plan.patientId,
    time: about.at,
    data: { ...watchFacts(about), tried: [...about.standing.watch.tried], nextOptions },
  });

export const targetWorseningEvent = (about: AboutWatch): OutgoingEvent =>
  targetWorsening.of({ subject: about.plan.patientId, time: about.at, data: watchFacts(about) });

const watchFacts = ({ plan, target, standing, at }: AboutWatch) => ({
  planId: plan.id,
  patientId: plan.patientId,
  planVersion: plan.currentVersion,
  targetId: target.id,
  measure: target.measure,
  watchStartedAt: standing.watch.startedAt.toISOString(),
  values: standing.series.map(({ value, at: measuredAt }) => ({ value, measuredAt: measuredAt.toISOString() })),
  detectedAt: at.toISOString(),
});
