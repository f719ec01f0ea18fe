import {
  type Ask,
  type DeskRole,
  DomainError,
  type Page,
  type WorkItem as WorkItemAnswer,
  type WorkItemQuery,
} from '#contracts';
import { type Transaction } from '#platform';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { nextCursor, readPosition } from '../keyset-cursor.js';

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
}

const columns =
  'id, plan_id, patient_id, desk, plan_version, ask, due_at, status, opened_at, closed_at, taken_by, taken_at, alarms, ' +
  'decision, decision_reason';

@Injectable()
export class WorkItemQueries {
  constructor(private readonly dataSource: DataSource) {}

  /** Soonest due first. */
  async list(query: WorkItemQuery): Promise<Page<WorkItemAnswer>> {
    const [afterDue = null, afterId = null] = readPosition(query.cursor) ?? [];
    const rows = await this.dataSource.query<Row[]>(
      `select ${columns} from work_item
       where ($1::text is null or desk = $1) and ($2::uuid is null or patient_id = $2) and ($3::uuid is null or plan_id = $3)
         and ($4::text is null or status = $4)
         and ($5::timestamptz is null or (due_at, id) > ($5, $6::uuid))
       order by due_at, id limit $7`,
      [
        query.desk ?? null,
        query.patient ?? null,
        query.plan ?? null,
        query.status ?? null,
        afterDue,
        afterId,
        query.limit + 1,
      ],
    );
    return {
      items: rows.slice(0, query.limit).map(toAnswer),
      next: nextCursor(rows, query.limit, (row) => row.due_at),
    };
  }

  async get(id: string, from: Transaction = this.dataSource.manager): Promise<WorkItemAnswer> {
    const [row] = await from.query<Row[]>(`select ${columns} from work_item where id = $1`, [id]);
    if (!row) throw new DomainError('not-found', 'There is no such work item.');
    return toAnswer(row);
  }
}

const toAnswer = (row: Row): WorkItemAnswer => ({
  id: row.id,
  planId: row.plan_id,
  patientId: row.patient_id,
  desk: row.desk,
  planVersion: row.plan_version,
  ask: row.ask,
  status: row.status,
  openedAt: row.opened_at.toISOString(),
  closedAt: row.closed_at?.toISOString() ?? null,
  taken: row.taken_by && row.taken_at ? { by: row.taken_by, at: row.taken_at.toISOString() } : null,
  alarms: row.alarms,
  decision: row.decision ? { decision: row.decision, reason: row.decision_reason } : null,
});
