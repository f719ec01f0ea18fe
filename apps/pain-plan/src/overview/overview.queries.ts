import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { emptyPlan, type Page, type PlanOverview, type Target, type TargetTrend, type TeamStatus } from '#contracts';
import { encodeCursor, readCursor } from '#platform';
import { TeamStatusQueries } from '../care-team/team-status.queries.js';
import { PlanRepository } from '../plan/plan.repository.js';
import { TargetQueries } from '../target/target.queries.js';

interface Row {
  plan_id: string;
  current_version: number;
  published_at: Date;
  patient_id: string;
  given_name: string;
  family_name: string;
  record_number: string;
  birth_date: string;
  timer_key: string | null;
  due_at: Date | null;
}

/** Enough for a small picture. */
const mostValues = 12;

@Injectable()
export class OverviewQueries {
  constructor(
    private readonly database: DataSource,
    private readonly plans: PlanRepository,
    private readonly teams: TeamStatusQueries,
    private readonly targets: TargetQueries,
  ) {}

  /** By name. Each line is as its own page would say it, read one after the other so that a long list does not take every connection. */
  async list({ limit, cursor }: { limit: number; cursor?: string | undefined }): Promise<Page<PlanOverview>> {
    const after = readCursor(cursor, z.tuple([z.string(), z.string(), z.uuid()]));
    const rows = await this.database.query<Row[]>(
      `select plan.id as plan_id, current_version, v.published_at, patient.id as patient_id, given_name, family_name,
              record_number, birth_date::text, t.key as timer_key, t.due_at
         from plan join patient on patient.id = plan.patient_id
         join plan_version v on v.plan_id = plan.id and v.version = current_version
         left join lateral (select key, due_at from timer where plan_id = plan.id and state = 'pending'
                            order by due_at, key limit 1) t on true
        where ($1::text is null or (lower(family_name), lower(given_name), plan.id) > (lower($1::text), lower($2::text), $3::uuid))
        order by lower(family_name), lower(given_name), plan.id limit $4`,
      [after?.[0] ?? null, after?.[1] ?? null, after?.[2] ?? null, limit + 1],
    );
    const shown = rows.slice(0, limit);
    const items: PlanOverview[] = [];
    for (const row of shown) items.push(await this.overview(row));
    const last = shown.at(-1);
    return {
      items,
      next: rows.length > limit && last ? encodeCursor([last.family_name, last.given_name, last.plan_id]) : null,
    };
  }

  private async overview(row: Row): Promise<PlanOverview> {
    const document = (await this.plans.document(this.database.manager, row.plan_id, row.current_version)) ?? emptyPlan;
    return {
      planId: row.plan_id,
      patient: {
        id: row.patient_id,
        name: `${row.given_name} ${row.family_name}`,
        recordNumber: row.record_number,
        birthDate: row.birth_date,
      },
      version: row.current_version,
      publishedAt: row.published_at.toISOString(),
      status: document.status,
      team: countsOf(await this.teams.get(row.plan_id)),
      target: await this.target(row.plan_id, document.targets),
      next: row.timer_key && row.due_at ? { kind: kindOf(row.timer_key), dueAt: row.due_at.toISOString() } : null,
    };
  }

  private async target(planId: string, targets: readonly Target[]): Promise<PlanOverview['target']> {
    const trends: TargetTrend[] = [];
    for (const target of targets.filter(({ status }) => status === 'open')) {
      trends.push(await this.targets.read(this.database.manager, planId, target));
    }
    const [first] = trends.sort((a, b) => urgencyOf(a) - urgencyOf(b));
    if (!first) return null;
    const { targetId, measureName, unit, baseline, target, better, progress, measurements } = first;
    const values = measurements.map(({ value }) => value).slice(-mostValues);
    const lastAt = measurements.at(-1)?.measuredAt ?? null;
    return { targetId, measureName, unit, baseline, target, better, progress, values, lastAt };
  }
}

/** What does not do as hoped comes first. */
const order: readonly TargetTrend['progress'][] = [
  'worsening',
  'plateau',
  'overdue',
  'no-clear-change',
  'improving',
  'met',
];
const urgencyOf = ({ progress }: TargetTrend): number => order.indexOf(progress);

/** `{plan}:titration-check:m2:2026-11-24` */
const kindOf = (key: string): string => key.split(':')[1] ?? key;

function countsOf({ members, unassigned }: TeamStatus): PlanOverview['team'] {
  const active = members.filter(({ status }) => status === 'active');
  const count = (...states: string[]): number => active.filter(({ state }) => states.includes(state)).length;
  return {
    active: active.length,
    together: count('current', 'unaffected'),
    contested: count('contested'),
    unassigned: unassigned.length,
  };
}
