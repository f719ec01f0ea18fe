import {
  type Ask,
  type DeskRole,
  DomainError,
  type Page,
  type WorkItem as WorkItemAnswer,
  type WorkItemQuery,
} from '#contracts';
import type { Role, Transaction } from '#platform';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { nextCursor, readPosition } from '../keyset-cursor.js';
import { actedOn, actsOn } from './work-item.acts.js';

interface Row {
  id: string;
  plan_id: string;
  patient_id: string;
  desk: DeskRole;
  plan_version: number;
  ask: Ask;
  due_at: Date;
  status: WorkItemAnswer['status'];
  opened_at: Date;
  closed_at: Date | null;
  taken_by: string | null;
  taken_at: Date | null;
  alarms: number;
  decision: NonNullable<WorkItemAnswer['decision']>['decision'] | null;
  decision_reason: string | null;
  rule_id: string;
  later_until: string | null;
  delegated: WorkItemAnswer['delegated'];
  given_name: string | null;
  family_name: string | null;
  record_number: string | null;
  birth_date: string | null;
}

const rows = `
  select w.id, w.plan_id, w.patient_id, w.desk, w.plan_version, w.rule_id, w.ask, w.due_at, w.status, w.opened_at, w.closed_at, w.taken_by,
         w.taken_at, w.alarms, w.decision, w.decision_reason, w.later_until, w.delegated, p.given_name, p.family_name, p.record_number, p.birth_date
    from work_item w left join patient_copy p using (patient_id)`;

@Injectable()
export class WorkItemQueries {
  constructor(private readonly dataSource: DataSource) {}

  /** Soonest due first. */
  async list(query: WorkItemQuery, reader: Role): Promise<Page<WorkItemAnswer>> {
    const [afterDue = null, afterId = null] = readPosition(query.cursor) ?? [];
    const found = await this.dataSource.query<Row[]>(
      `${rows}
       where ($1::text is null or w.desk = $1) and ($2::uuid is null or w.patient_id = $2) and ($3::uuid is null or w.plan_id = $3)
         and ($4::text is null or w.status = $4)
         and ($5::timestamptz is null or (w.due_at, w.id) > ($5, $6::uuid))
         and ($8::text is null or w.ask->>'urgency' = $8) and ($9::boolean is null or (w.taken_by is not null) = $9)
       order by w.due_at, w.id limit $7`,
      [
        query.desk ?? null,
        query.patient ?? null,
        query.plan ?? null,
        query.status ?? null,
        afterDue,
        afterId,
        query.limit + 1,
        query.urgency ?? null,
        query.taken ?? null,
      ],
    );
    return {
      items: found.slice(0, query.limit).map((row) => toAnswer(row, reader)),
      next: nextCursor(found, query.limit, (row) => row.due_at),
    };
  }

  async get(id: string, reader: Role, from: Transaction = this.dataSource.manager): Promise<WorkItemAnswer> {
    const [row] = await from.query<Row[]>(`${rows} where w.id = $1`, [id]);
    if (!row) throw new DomainError('not-found', 'There is no such work item.');
    return toAnswer(row, reader);
  }
}

/** An emergency must not wait for the news of who somebody is. */
const patientOf = ({
  given_name: given,
  family_name: family,
  record_number: recordNumber,
  birth_date: birthDate,
}: Row): WorkItemAnswer['patient'] =>
  recordNumber === null || birthDate === null ? null : { name: `${given} ${family}`, recordNumber, birthDate };

const toAnswer = (row: Row, reader: Role): WorkItemAnswer => ({
  id: row.id,
  planId: row.plan_id,
  patientId: row.patient_id,
  patient: patientOf(row),
  desk: row.desk,
  planVersion: row.plan_version,
  ask: row.ask,
  status: row.status,
  openedAt: row.opened_at.toISOString(),
  closedAt: row.closed_at?.toISOString() ?? null,
  taken: row.taken_by && row.taken_at ? { by: row.taken_by, at: row.taken_at.toISOString() } : null,
  alarms: row.alarms,
  laterUntil: row.later_until,
  delegated: row.delegated,
  allowed: actsOn(actedOn({ ...row, ruleId: row.rule_id, takenAt: row.taken_at }), reader),
  decision: row.decision ? { decision: row.decision, reason: row.decision_reason } : null,
});
