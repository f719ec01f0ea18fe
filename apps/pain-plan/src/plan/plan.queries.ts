import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { diffPlans } from '#clinical';
import {
  DomainError,
  type Page,
  type PartnerRole,
  type Plan,
  type PlanChange,
  type PlanDraft,
  type PlanVersion,
  type VersionRouting,
} from '#contracts';
import { encodeCursor, readCursor } from '#platform';
import { CareTeamQueries } from '../care-team/care-team.queries.js';
import { PartnerQueries } from '../partner/partner.queries.js';
import { changesConcerning } from './concerns-role.js';
import { PlanDraftRow } from './plan-draft.entity.js';
import { PlanVersionRow } from './plan-version.entity.js';
import { PlanRow } from './plan.entity.js';
import { PlanRepository } from './plan.repository.js';

export type VersionSummary = Omit<PlanVersion, 'document' | 'routing'>;

const withError = `left join plan_version_error error on error.plan_id = version.plan_id and error.version = version.version`;
/** As `enteredInError` of the contract; null for a version that is right. */
const errorOf = `case when error.version is null then null else jsonb_build_object('reason', error.reason, 'by', error.by,
  'markedAt', to_char(error.marked_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'correctedBy', error.corrected_by) end`;

@Injectable()
export class PlanQueries {
  constructor(
    private readonly database: DataSource,
    private readonly plans: PlanRepository,
    private readonly team: CareTeamQueries,
    private readonly partners: PartnerQueries,
  ) {}

  async get(planId: string): Promise<Plan> {
    const row = await this.find(planId);
    const current = await this.version(planId, row.currentVersion);
    return {
      id: planId,
      patientId: row.patientId,
      currentVersion: row.currentVersion,
      document: current.document,
      team: await this.team.members(this.database.manager, planId),
      publishedAt: current.publishedAt,
    };
  }

  /** Newest first, without the documents: each is read at its own address. */
  async versions(planId: string, page: { limit: number; cursor?: string | undefined }): Promise<Page<VersionSummary>> {
    await this.find(planId);
    const before = readCursor(page.cursor, z.tuple([z.number().int()]));
    const rows = await this.database.query<Omit<VersionSummary & { publishedAt: Date }, 'planId'>[]>(
      `select version.version, changes, version.reason, author, published_at as "publishedAt", ${errorOf} as "enteredInError"
         from plan_version version ${withError}
        where version.plan_id = $1 and ($2::int is null or version.version < $2::int)
        order by version.version desc limit $3`,
      [planId, before?.[0] ?? null, page.limit + 1],
    );
    const items = rows.slice(0, page.limit);
    const last = items.at(-1);
    return {
      items: items.map((row) => ({ planId, ...row, publishedAt: row.publishedAt.toISOString() })),
      next: rows.length > page.limit && last ? encodeCursor([last.version]) : null,
    };
  }

  async version(planId: string, version: number): Promise<PlanVersion> {
    const row = await this.database.manager.findOneBy(PlanVersionRow, { planId, version });
    if (!row) throw new DomainError('not-found', 'There is no such plan version.');
    const { document, changes, reason, author, publishedAt } = row;
    const routing = await this.routing(planId, version);
    const enteredInError = await this.error(planId, version);
    const published = { publishedAt: publishedAt.toISOString(), routing, enteredInError };
    return { planId, version, document, changes, reason, author, ...published };
  }

  async draft(planId: string, authorSub: string): Promise<PlanDraft> {
    const row = await this.database.manager.findOneBy(PlanDraftRow, { planId, authorSub });
    if (!row) throw new DomainError('not-found', 'There is no draft of yours for this plan.');
    return { planId, document: row.document, basedOn: row.basedOn, savedAt: row.savedAt.toISOString() };
  }

  /** Net changes between two versions; version 0 is the empty plan. With a role: only those that concern it. */
  async diff(
    planId: string,
    ends: { from: number; to: number; role?: PartnerRole | undefined },
  ): Promise<PlanChange[]> {
    await this.find(planId);
    const reader = this.database.manager;
    const [before, after] = [
      await this.plans.document(reader, planId, ends.from),
      await this.plans.document(reader, planId, ends.to),
    ];
    if (!before || !after) throw new DomainError('not-found', 'There is no such plan version.');
    const changes = diffPlans(before, after);
    if (!ends.role) return changes;
    const history = await this.plans.history(reader, planId);
    const calendar = (await this.partners.calendars(reader, [])).clinic;
    return changesConcerning(changes, { role: ends.role, history, from: ends.from, to: ends.to, calendar });
  }

  private async routing(planId: string, version: number): Promise<VersionRouting | null> {
    const [row] = await this.database.query<(Omit<VersionRouting, 'assessedAt'> & { assessedAt: Date })[]>(
      `select assessed_at as "assessedAt", told, unaffected from version_routing where plan_id = $1 and version = $2`,
      [planId, version],
    );
    return row ? { ...row, assessedAt: row.assessedAt.toISOString() } : null;
  }

  private async error(planId: string, version: number): Promise<PlanVersion['enteredInError']> {
    const [row] = await this.database.query<Pick<PlanVersion, 'enteredInError'>[]>(
      `select ${errorOf} as "enteredInError" from plan_version version ${withError}
        where version.plan_id = $1 and version.version = $2`,
      [planId, version],
    );
    return row?.enteredInError ?? null;
  }

  private async find(planId: string): Promise<PlanRow> {
    const row = await this.database.manager.findOneBy(PlanRow, { id: planId });
    if (!row) throw new DomainError('not-found', 'There is no such plan.');
    return row;
  }
}
