import { DateTime } from 'luxon';
import type { Procedure } from '#contracts';
import { describeProcedure, isSamePlace, windowOf } from '../plan/procedure-table.js';
import { procedureWindow } from '../plan/windows.js';
import type { FollowUp, PlanCourse } from './follow-up.js';
import { businessDayFrom, dateOf, hoursAfter, openingAfter } from './moments.js';

/** Blocks of one joint level answer one question together. */
const sameSite = (a: Procedure, b: Procedure): boolean => a.type === b.type && isSamePlace(a, b);

const isAfter = (later: Procedure, earlier: Procedure): boolean =>
  Date.parse(later.doneAt ?? later.scheduledAt ?? '9999-12-31') > Date.parse(earlier.doneAt ?? '');

/** What a procedure that was done makes the clinic come back to. */
export function procedureFollowUps(procedure: Procedure, course: PlanCourse): FollowUp[] {
  const { status, doneAt } = procedure;
  if (status !== 'done' || doneAt === undefined) return [];
  const done: Done = { ...procedure, doneAt };
  switch (windowOf(procedure)) {
    case 'W-DIAG':
      return [...diary(done, course), ...secondBlock(done, course)];
    case 'W-RFA':
      return afterAblation(done, course);
    case 'W-TRIAL':
      return trial(done, course);
    default:
      return [];
  }
}

type Done = Procedure & { doneAt: string };
const followUp = (procedure: Procedure, kind: FollowUp['kind'], at: Date, reason: string, n?: number): FollowUp => ({
  key: [kind, procedure.id, ...(n === undefined ? [] : [n])].join(':'),
  kind,
  itemId: procedure.id,
  at,
  reason,
});

function diary(block: Done, course: PlanCourse): FollowUp[] {
  if (block.result) return [];
  const name = describeProcedure(block);
  const calls = [6, 24].map((hours) =>
    followUp(block, 'diary-call', hoursAfter(block.doneAt, hours), `${hours} hours since the ${name}.`, hours),
  );
  const missing = businessDayFrom(dateOf(new Date(block.doneAt), course.calendar), 2, course.calendar);
  return [...calls, followUp(block, 'result-missing', missing, `No result of the ${name} is recorded.`)];
}

/** Blocks less than two weeks apart are not two separate answers. */
const daysBetweenBlocks = 14;

function secondBlock(block: Done, { document, calendar }: PlanCourse): FollowUp[] {
  const isOpen =
    block.type === 'medial-branch-block' &&
    block.result?.concordant === true &&
    !document.procedures.some((other) => other.id !== block.id && sameSite(other, block));
  if (!isOpen) return [];
  const at = openingAfter(block.doneAt, { days: daysBetweenBlocks }, calendar);
  return [followUp(block, 'second-block', at, `The ${describeProcedure(block)} was concordant.`)];
}

function afterAblation(ablation: Done, { document, calendar }: PlanCourse): FollowUp[] {
  const name = describeProcedure(ablation);
  const after = (span: { weeks?: number; months?: number }): Date => openingAfter(ablation.doneAt, span, calendar);
  const check = followUp(ablation, 'neuritis-check', after({ weeks: 3 }), `Three weeks since the ${name}.`);
  const repeated = document.procedures.some(
    (other) =>
      other.id !== ablation.id && other.status !== 'cancelled' && sameSite(other, ablation) && isAfter(other, ablation),
  );
  if (repeated) return [check];
  return [
    check,
    followUp(ablation, 'relief-window-opens', after({ months: 6 }), `Six months since the ${name}.`),
    followUp(ablation, 'relief-window-closes', after({ months: 12 }), `Twelve months since the ${name}.`),
  ];
}

function trial(trialProcedure: Done, { calendar }: PlanCourse): FollowUp[] {
  if (trialProcedure.result) return [];
  const name = describeProcedure(trialProcedure);
  const removal = DateTime.fromISO(procedureWindow(trialProcedure)?.leadsUntil ?? trialProcedure.doneAt).toJSDate();
  const missing = businessDayFrom(dateOf(removal, calendar), 1, calendar);
  return [
    followUp(
      trialProcedure,
      'trial-interrogation',
      openingAfter(trialProcedure.doneAt, { days: 2 }, calendar),
      `Day 2 of the ${name}.`,
    ),
    followUp(trialProcedure, 'trial-ends', openingAfter(removal, { days: 0 }, calendar), `The ${name} ends today.`),
    followUp(trialProcedure, 'result-missing', missing, `No result of the ${name} is recorded.`),
  ];
}
