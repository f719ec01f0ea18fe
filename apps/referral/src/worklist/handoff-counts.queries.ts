import { type HandoffCounts, type HandoffCountsQuery, type HandoffFilter, mostListed } from '#contracts';
import type { User } from '#platform';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Conditions } from './conditions.js';
import { ageColumn, atMoment, type ListMoment, narrow, tileConditions, visibleTo, waitingRows } from './list-filter.js';
import { ListMoments } from './list-moments.js';

type Tile = keyof typeof tileConditions;

const tileNames: Readonly<Record<keyof HandoffCounts['tiles'], Tile>> = {
  chaseToday: 'chase-today',
  overdue: 'overdue',
  notAcknowledged: 'not-acknowledged',
  behindOnVersion: 'behind',
  infoRequested: 'info-requested',
  waitingOnInsurance: 'waiting-on-payer',
  waitingOnPatient: 'waiting-on-patient',
  declinedReroute: 'declined',
  readyToClose: 'ready-to-close',
  unassigned: 'unassigned',
};

/** These look at the referral, whose handoff may have been acknowledged long ago. */
const ofReferrals: readonly Tile[] = ['info-requested', 'ready-to-close'];
const ofWaiting = Object.entries(tileNames).filter(([, tile]) => !ofReferrals.includes(tile));

const forClinicAlone: readonly string[] = ['chase-today', 'waiting-on-payer', 'waiting-on-patient'];

interface Group {
  status: string | null;
  role: string | null;
  lane: string | null;
  age: string | null;
  count: number;
}

type Sums = Record<string, number>;

/** The numbers above the list. They come from what waits, never from the whole past. */
@Injectable()
export class HandoffCountsQueries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly moments: ListMoments,
  ) {}

  async counts(filter: HandoffCountsQuery, user: User): Promise<HandoffCounts> {
    const moment = await this.moments.now();
    const narrowed = (): Conditions => {
      const where = visibleTo(user);
      narrow(where, filter, user, moment);
      return where;
    };
    const sums = await this.sums(narrowed(), moment);
    const groups = await this.groups(narrowed(), moment);
    const byReferral = await Promise.all(ofReferrals.map((tile) => this.countOf(tile, narrowed(), moment)));
    const isHidden = (name: string): boolean => user.role === 'partner' && forClinicAlone.includes(name);
    const of = (name: string): number =>
      isHidden(name) ? 0 : (sums[name] ?? byReferral[ofReferrals.indexOf(name as Tile)] ?? 0);
    const tiles = Object.fromEntries(Object.entries(tileNames).map(([name, tile]) => [name, of(tile)]));
    return {
      listed: await this.listed(narrowed()),
      byStatus: record(groups, 'status'),
      byRole: record(groups, 'role'),
      byLane: user.role === 'partner' ? {} : record(groups, 'lane'),
      byAge: record(groups, 'age'),
      overdue: of('overdue'),
      dueToday: of('due-today'),
      contested: of('contested'),
      undeliverable: of('undeliverable'),
      tiles: tiles as HandoffCounts['tiles'],
    };
  }

  /** How many rows a filter lists. */
  async rowsOf(filter: HandoffFilter, user: User): Promise<number> {
    const where = visibleTo(user);
    narrow(where, filter, user, await this.moments.now());
    return this.countBy(where);
  }

  private async sums(where: Conditions, moment: ListMoment): Promise<Sums> {
    const { today } = moment;
    const counted = [
      ...ofWaiting.map(([, tile]) => [tile, atMoment(where, tileConditions[tile], moment)] as const),
      ['contested', 'h.contested_at is not null'] as const,
      ['undeliverable', 'h.undeliverable_at is not null'] as const,
    ];
    const [from, to] = [where.value(today.toJSDate()), where.value(today.plus({ days: 1 }).toJSDate())];
    const columns = counted.map(([name, condition]) => `count(*) filter (where ${condition})::int as "${name}"`);
    columns.push(`count(*) filter (where h.due_at >= ${from} and h.due_at < ${to})::int as "due-today"`);
    const [row] = await this.dataSource.query<Sums[]>(
      `select ${columns.join(', ')} from handoff h where ${waitingRows} and ${where.toString()}`,
      where.values,
    );
    return row ?? {};
  }

  private groups(where: Conditions, moment: ListMoment): Promise<Group[]> {
    const age = atMoment(where, ageColumn, moment);
    return this.dataSource.query<Group[]>(
      `select status, role, lane, age, count(*)::int as count
         from (select h.status, h.role, h.waiting_on as lane, ${age} as age from handoff h where ${waitingRows} and ${where.toString()}) listed
        group by grouping sets ((status), (role), (lane), (age))`,
      where.values,
    );
  }

  private async listed(where: Conditions): Promise<number> {
    const [row] = await this.dataSource.query<{ count: number }[]>(
      `select count(*)::int as count from (select from handoff h where ${where.toString()} limit ${mostListed + 1}) listed`,
      where.values,
    );
    return row?.count ?? 0;
  }

  private async countOf(tile: Tile, where: Conditions, moment: ListMoment): Promise<number> {
    where.add(atMoment(where, tileConditions[tile], moment));
    return this.countBy(where);
  }

  private async countBy(where: Conditions): Promise<number> {
    const [row] = await this.dataSource.query<{ count: number }[]>(
      `select count(*)::int as count from handoff h where ${where.toString()}`,
      where.values,
    );
    return row?.count ?? 0;
  }
}

const record = (groups: readonly Group[], by: 'status' | 'role' | 'lane' | 'age'): Record<string, number> =>
  Object.fromEntries(groups.flatMap((group) => (group[by] === null ? [] : [[group[by], group.count]])));
