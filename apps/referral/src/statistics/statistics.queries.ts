import { ageBands, type AgeBand, type Statistics, type StatisticsQuery } from '#contracts';
import type { User } from '#platform';
import { Injectable } from '@nestjs/common';
import { DateTime } from 'luxon';
import { DataSource } from 'typeorm';
import { DirectoryRepository } from '../projection/directory.repository.js';
import { HandoffCountsQueries } from '../worklist/handoff-counts.queries.js';
import { ageColumn, atMoment, type ListMoment, visibleTo, waitingRows } from '../worklist/list-filter.js';
import { ListMoments } from '../worklist/list-moments.js';
import { type CalendarOf, LoopFigures, percentOf } from './loop-figures.js';
import { LoopRows, type WeekRow } from './loop-rows.js';
import { type Period, periodOf } from './statistics-period.js';

/** How the loops of a period went, and what waits now: each number with the filter of the list that shows its rows. */
@Injectable()
export class StatisticsQueries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly moments: ListMoments,
    private readonly directory: DirectoryRepository,
    private readonly counts: HandoffCountsQueries,
    private readonly rows: LoopRows,
  ) {}

  async of(query: StatisticsQuery, user: User): Promise<Statistics> {
    const moment = await this.moments.now();
    const period = periodOf(query, moment);
    const figures = new LoopFigures(period, await this.calendarOf(moment));
    for await (const row of this.rows.referrals(period)) figures.add(row);
    for await (const row of this.rows.acknowledged(period)) figures.addAcknowledged(row);
    const weeks = await this.rows.weeks(period, moment.now);
    return {
      ...{ from: period.from, to: period.to, timeZone: period.timeZone, asOf: moment.now.toISOString() },
      closedLoop: figures.closedLoop(),
      times: figures.times(),
      now: await this.now(user),
      declines: figures.declines(),
      funnel: figures.funnel(),
      states: figures.byState(),
      ageing: await this.ageing(user, moment),
      trend: weeks.map((week) => weekOf(week, period)),
    };
  }

  /** In whose business days each partner is measured; one that the directory has not told of counts as the clinic. */
  async calendarOf({ clinic }: ListMoment): Promise<CalendarOf> {
    const known = await this.dataSource.query<{ id: string }[]>(`select partner_id as id from partner_copy`);
    const calendars = await this.directory.calendars(
      this.dataSource.manager,
      known.map(({ id }) => id),
    );
    return (partnerId) => calendars.get(partnerId) ?? clinic;
  }

  /** The same statement as the tiles above the list. */
  private async now(user: User): Promise<Statistics['now']> {
    const { byStatus, tiles } = await this.counts.counts({ scope: 'all' }, user);
    const waiting = (byStatus['open'] ?? 0) + (byStatus['unassigned'] ?? 0);
    return {
      waiting: { count: waiting, filter: { status: 'waiting' } },
      overdue: { count: tiles.overdue, filter: { tile: 'overdue' } },
      behind: { count: tiles.behindOnVersion, filter: { tile: 'behind' } },
      notAcknowledged: { count: tiles.notAcknowledged, filter: { tile: 'not-acknowledged' } },
      unassigned: { count: tiles.unassigned, filter: { tile: 'unassigned' } },
    };
  }

  private async ageing(user: User, moment: ListMoment): Promise<Statistics['ageing']> {
    const where = visibleTo(user);
    const age = atMoment(where, ageColumn, moment);
    const cells = await this.dataSource.query<
      { partnerId: string | null; name: string | null; band: AgeBand; count: number }[]
    >(
      `select cell.partner_id as "partnerId", p.name, cell.band, cell.count
         from (select h.partner_id, ${age} as band, count(*)::int as count
                 from handoff h where ${waitingRows} and ${where.toString()} group by 1, 2) cell
         left join partner_copy p on p.partner_id = cell.partner_id
        order by p.name nulls first, cell.partner_id`,
      where.values,
    );
    return [...Map.groupBy(cells, ({ partnerId }) => partnerId)].map(([partnerId, own]) => ({
      partnerId,
      partner: own[0]?.name ?? partnerId,
      bands: ageBands.map((band) => ({
        band,
        count: own.find((cell) => cell.band === band)?.count ?? 0,
        filter: partnerId === null ? { status: 'unassigned', age: band } : { partner: partnerId, age: band },
      })),
    }));
  }
}

/** A week at the edge of the period counts only the days that lie in it. */
function weekOf({ week, acknowledged, inTime, overdue }: WeekRow, { from, to }: Period): Statistics['trend'][number] {
  const sunday = DateTime.fromISO(week).plus({ days: 6 }).toISODate() ?? week;
  const issuedFrom = week < from ? from : week;
  const issuedTo = sunday > to ? to : sunday;
  return {
    week,
    acknowledged: { count: acknowledged, filter: { status: 'acknowledged', issuedFrom, issuedTo } },
    overdue: { count: overdue, filter: { due: 'overdue', issuedFrom, issuedTo } },
    inTime,
    percent: percentOf(inTime, acknowledged + overdue),
  };
}
