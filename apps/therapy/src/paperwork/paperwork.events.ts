import { therapyPaperworkOverdue, therapyPaperworkSettled, type OutgoingEvent, type TherapyDue } from '#contracts';
import type { TreatedCourse } from './paperwork.repository.js';

type Course = Pick<TreatedCourse, 'episodeId' | 'planId' | 'patientId' | 'discipline' | 'partnerId'>;

const refOf = ({ episodeId, planId, patientId, discipline, partnerId }: Course) => ({
  episodeId,
  planId,
  patientId,
  discipline,
  partnerId,
});

export const overdueEvent = (
  course: Course,
  { kind, dueOn, source }: { kind: TherapyDue['kind']; dueOn: string; source: string },
  now: Date,
): OutgoingEvent =>
  therapyPaperworkOverdue.of({
    subject: course.patientId,
    time: now,
    data: { ...refOf(course), kind, dueOn, source, overdueAt: now.toISOString() },
  });

export const settledEvent = (course: Course, kind: TherapyDue['kind'], now: Date): OutgoingEvent =>
  therapyPaperworkSettled.of({
    subject: course.patientId,
    time: now,
    data: { ...refOf(course), kind, settledAt: now.toISOString() },
  });
