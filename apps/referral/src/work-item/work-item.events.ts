import { type Actor, type OutgoingEvent, workItemClosed, workItemOpened } from '#contracts';
import type { WorkItemRow } from './work-item.repository.js';

export const opened = (item: WorkItemRow): OutgoingEvent =>
  workItemOpened.of({
    subject: item.patientId,
    time: item.openedAt,
    data: {
      workItemId: item.id,
      planId: item.planId,
      patientId: item.patientId,
      desk: item.desk,
      planVersion: item.planVersion,
      ask: item.ask,
      openedAt: item.openedAt.toISOString(),
    },
  });

export const closed = (
  item: WorkItemRow,
  outcome: 'done' | 'no-longer-needed',
  by: Actor | null,
  now: Date,
): OutgoingEvent =>
  workItemClosed.of({
    subject: item.patientId,
    time: now,
    data: {
      workItemId: item.id,
      planId: item.planId,
      patientId: item.patientId,
      desk: item.desk,
      ruleId: item.ruleId,
      outcome,
      closedAt: now.toISOString(),
      by,
    },
  });
