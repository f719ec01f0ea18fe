import { rangeFault } from '#clinical';
import { DomainError, type FieldError, type PlanDocument, type ReportTherapyProgress } from '#contracts';
import type { StoredEpisode } from './episode.repository.js';

type Measured = Pick<ReportTherapyProgress, 'measurements'>;

/** Refuses values that no target of this discipline takes, that cannot be, or that lie ahead. Each by its path. */
export const measurementFaults = (
  report: Measured,
  document: PlanDocument,
  { discipline, now }: { discipline: StoredEpisode['discipline']; now: Date },
): FieldError[] => [
  ...foreignMeasurements(report, document, discipline),
  ...futureMeasurements(report, now),
  ...impossibleMeasurements(report),
];

export function refuse(errors: FieldError[]): void {
  if (errors.length > 0) throw new DomainError('invalid-input', 'The report does not fit the plan.', errors);
}

/**
 * The targets of a discipline: those it trains, and those of its own prescriptions. Another's is refused in the same words as one that is
 * not there: it is not this partner's to know.
 */
function foreignMeasurements(
  { measurements }: Measured,
  { targets, rehab }: PlanDocument,
  discipline: StoredEpisode['discipline'],
): FieldError[] {
  const prescribed = new Set(rehab.filter((item) => item.discipline === discipline).flatMap((item) => item.targets));
  const own = targets.filter(({ id, trainedBy }) => trainedBy === discipline || prescribed.has(id));
  return measurements.flatMap(({ targetId, measure }, at): FieldError[] => {
    const target = own.find(({ id }) => id === targetId);
    if (!target) {
      return [{ path: `measurements[${at}].targetId`, message: 'is not a target that this discipline trains' }];
    }
    if (target.measure === measure) return [];
    return [{ path: `measurements[${at}].measure`, message: `this target is measured by ${target.measure}` }];
  });
}

const futureMeasurements = ({ measurements }: Measured, now: Date): FieldError[] =>
  measurements.flatMap(({ measuredAt }, at) =>
    new Date(measuredAt) > now
      ? [{ path: `measurements[${at}].measuredAt`, message: 'must not be in the future' }]
      : [],
  );

const impossibleMeasurements = ({ measurements }: Measured): FieldError[] =>
  measurements.flatMap(({ measure, value }, at) => {
    const message = rangeFault(measure, value);
    return message === null ? [] : [{ path: `measurements[${at}].value`, message }];
  });
