import {
  type Actor,
  type OutgoingEvent,
  workItemAlarmed,
  workItemClosed,
  workItemDelegated,
  workItemOpened,
  workItemPostponed,
  workItemTaken,
} from '#contracts';
import type { Decision } from './decide-work-item.js';
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
  decided: Decision | null = null,
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
      ...(decided ? { decision: decided.decision } : {}),
      ...(decided?.reason ? { reason: decided.reason } : {}),
      closedAt: now.toISOString(),
      by,
    },
  });

const about = ({ id, planId, patientId, desk, ruleId }: WorkItemRow) => ({
  workItemId: id,
  planId,
  patientId,
  desk,
  ruleId,
});

export const taken = (item: WorkItemRow, by: Actor, now: Date): OutgoingEvent =>
  workItemTaken.of({
    subject: item.patientId,
    time: now,
    data: { ...about(item), by, takenAt: now.toISOString() },
  });

export const alarmed = (item: WorkItemRow, count: number, now: Date): OutgoingEvent =>
  workItemAlarmed.of({
    subject: item.patientId,
    time: now,
    data: { ...about(item), count, alarmedAt: now.toISOString() },
  });

/** Names the desk that had it. */
export const delegated = (item: WorkItemRow, note: string | null, by: Actor, now: Date): OutgoingEvent =>
  workItemDelegated.of({
    subject: item.patientId,
    time: now,
    data: { ...about(item), to: 'coordinator', note, by, delegatedAt: now.toISOString() },
  });

export const postponed = (item: WorkItemRow, until: string | null, by: Actor, now: Date): OutgoingEvent =>
  workItemPostponed.of({
    subject: item.patientId,
    time: now,
    data: { ...about(item), until, by, postponedAt: now.toISOString() },
  });
