import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { dayOf, progressOf, watchedSeries, watchOf, type Measured, type Progress, type Watch } from '#clinical';
import type { PlanChange, Target } from '#contracts';
import { Clock } from '#platform';
import { PartnerQueries } from '../partner/partner.queries.js';
import { PlanRepository } from '../plan/plan.repository.js';
import { MeasurementRow } from './measurement.entity.js';

/** How a target stands now: its watch, its progress, its values in order of measuring. */
export interface Standing {
  watch: Watch;
  progress: Progress;
  rows: MeasurementRow[];
  /** The values that the watch looks at, the one at its start first. */
  series: Measured[];
}

type ToldChange = Pick<PlanChange, 'type' | 'text'>;

@Injectable()
export class StandingQueries {
  constructor(
    private readonly plans: PlanRepository,
    private readonly partners: PartnerQueries,
    private readonly clock: Clock,
  ) {}

  async standing(reader: EntityManager, planId: string, target: Target): Promise<Standing> {
    const { timeZone } = (await this.partners.calendars(reader, [])).clinic;
    const rows = await reader.find(MeasurementRow, {
      where: { planId, targetId: target.id, measure: target.measure },
      order: { measuredAt: 'asc', recordedAt: 'asc' },
    });
    const measurements = rows.map(({ value, measuredAt: at }) => ({ value, at, day: dayOf(at, timeZone) }));
    const history = await this.history(reader, planId);
    const watch = watchOf({ target, history, measurements, now: this.clock.now(), timeZone });
    return {
      watch,
      rows,
      progress: progressOf(target, measurements, watch),
      series: watchedSeries(target, measurements, watch),
    };
  }

  private async history(reader: EntityManager, planId: string) {
    const versions = await this.plans.history(reader, planId);
    // Only types and words: the changes carry whole items, before and after.
    const told = await reader.query<{ version: number; changes: ToldChange[] }[]>(
      `select version, coalesce(jsonb_agg(jsonb_build_object('type', change->'type', 'text', change->'text') order by n)
                filter (where change is not null), '[]') as changes
         from plan_version left join lateral jsonb_array_elements(changes) with ordinality as one (change, n) on true
        where plan_id = $1 group by version`,
      [planId],
    );
    const changesOf = new Map(told.map(({ version, changes }) => [version, changes]));
    return versions.map((one) => ({ ...one, changes: changesOf.get(one.version) ?? [] }));
  }
}
