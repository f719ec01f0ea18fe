import {
  type ClinicHandoff,
  DomainError,
  type HandoffCounts,
  type HandoffQuery,
  type HandoffSummary,
  type Page,
  type PartnerHandoff,
} from '#contracts';
import { Clock, type Transaction, type User } from '#platform';
import { Injectable } from '@nestjs/common';
import { DateTime } from 'luxon';
import { DataSource } from 'typeorm';
import { nextCursor, readPosition } from '../keyset-cursor.js';
import { DirectoryRepository } from '../projection/directory.repository.js';
import {
  type DetailRow,
  type EntryRow,
  type SummaryRow,
  toClinicHandoff,
  toPartnerHandoff,
  toSummary,
} from './handoff.shape.js';

const summaryColumns = `h.id, h.plan_id, h.patient_id, p.given_name, p.family_name, p.record_number, p.birth_date, h.role, h.member_id,
  h.partner_id, h.status, h.from_version, h.content_version, h.through_version, h.urgency, h.due_at, h.issued_at, h.asks,
  h.superseded_by, h.owner,
  exists (select 1 from plan_version_copy v where v.plan_id = h.plan_id and v.corrects = h.content_version) as in_error,
  h.status <> 'open' and exists (
    select 1 from referral r where r.member_id = h.member_id
       and (r.state in ('declined', 'entered-in-error') or r.state = 'cancelled' and r.accepted is null)) as is_lost`;

/** Collects conditions with their values, so that none is ever spelled into the statement. */
class Conditions {
  private readonly parts: string[] = [];
  readonly values: unknown[] = [];

  /** `?` stands for each value in turn. */
  add(condition: string, ...values: unknown[]): void {
    const numbered = values.reduce<string>(
      (text, value) => text.replace('?', `$${this.values.push(value)}`),
      condition,
    );
    this.parts.push(`(${numbered})`);
  }

  toString(): string {
    return this.parts.length === 0 ? 'true' : this.parts.join(' and ');
  }
}

/** Handoffs for screens: the coordinator's worklist, a partner's inbox. A partner's reads are bound to its organization here. */
@Injectable()
export class HandoffQueries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly directory: DirectoryRepository,
  ) {}

  async list(query: HandoffQuery, user: User): Promise<Page<HandoffSummary>> {
    const now = this.clock.now();
    const where = visibleTo(user);
    filter(where, query);
    if (query.due) await this.filterByDue(where, query.due, now);

    const [column, order, beyond] =
      query.sort === 'due' ? (['due_at', 'asc', '>'] as const) : (['issued_at', 'desc', '<'] as const);
    const after = readPosition(query.cursor);
    if (after) where.add(`(h.${column}, h.id) ${beyond} (?::timestamptz, ?::uuid)`, after[0], after[1]);
    const rows = await this.dataSource.query<SummaryRow[]>(
      `select ${summaryColumns} from handoff h join patient_copy p using (patient_id)
       where ${where.toString()} order by h.${column} ${order}, h.id ${order} limit ${query.limit + 1}`,
      where.values,
    );
    return {
      items: rows.slice(0, query.limit).map((row) => toSummary(row, user.role, now)),
      next: nextCursor(rows, query.limit, (row) => row[column]),
    };
  }

  async counts(user: User): Promise<HandoffCounts> {
    const now = this.clock.now();
    const today = await this.clinicDay(now);
    const where = visibleTo(user);
    const waiting = `h.status in ('open', 'unassigned')`;
    const from = `from handoff h where ${where.toString()}`;
    const byStatus = await this.dataSource.query<{ key: string; count: number }[]>(
      `select h.status as key, count(*)::int as count ${from} group by 1`,
      where.values,
    );
    const byRole = await this.dataSource.query<{ key: string; count: number }[]>(
      `select h.role as key, count(*)::int as count ${from} and ${waiting} group by 1`,
      where.values,
    );
    const at = where.values.length;
    const [due] = await this.dataSource.query<{ overdue: number; due_today: number }[]>(
      `select count(*) filter (where h.due_at < $${at + 1})::int as overdue,
              count(*) filter (where h.due_at >= $${at + 2} and h.due_at < $${at + 3})::int as due_today
       ${from} and ${waiting}`,
      [...where.values, now, today.toJSDate(), today.plus({ days: 1 }).toJSDate()],
    );
    const toRecord = (rows: { key: string; count: number }[]) =>
      Object.fromEntries(rows.map(({ key, count }) => [key, count]));
    return {
      byStatus: toRecord(byStatus),
      byRole: toRecord(byRole),
      overdue: due?.overdue ?? 0,
      dueToday: due?.due_today ?? 0,
    };
  }

  async get(
    id: string,
    user: User,
    from: Transaction = this.dataSource.manager,
  ): Promise<ClinicHandoff | PartnerHandoff> {
    const where = visibleTo(user);
    where.add('h.id = ?', id);
    const [row] = await from.query<DetailRow[]>(
      `select ${summaryColumns}, h.slice, h.changes, h.ruleset_version, h.acknowledgement
       from handoff h join patient_copy p using (patient_id) where ${where.toString()}`,
      where.values,
    );
    if (!row) throw new DomainError('not-found', 'There is no such handoff.');
    if (user.role === 'partner' && row.in_error) {
      throw new DomainError('gone', `Version ${row.content_version} was entered in error: disregard it.`);
    }
    const entries = await this.entries(from, id);
    const now = this.clock.now();
    return user.role === 'partner'
      ? toPartnerHandoff(row, entries, now)
      : toClinicHandoff(row, entries, user.role, now);
  }

  /** Its own history, and the notes of everything it replaced: a note must not vanish because a version was published. */
  private async entries(from: Transaction, id: string): Promise<EntryRow[]> {
    return from.query<EntryRow[]>(
      `with recursive chain as (
         select id, supersedes from handoff where id = $1
         union all select earlier.id, earlier.supersedes from handoff earlier join chain on earlier.id = chain.supersedes
       )
       select e.at, e.kind, e.text, e.by_name, e.for_partner, e.handoff_id = $1 as is_own
       from handoff_entry e join chain on chain.id = e.handoff_id order by e.at, e.number`,
      [id],
    );
  }

  private async filterByDue(where: Conditions, due: 'overdue' | 'today' | 'week', now: Date): Promise<void> {
    where.add(`h.status in ('open', 'unassigned')`);
    if (due === 'overdue') return where.add('h.due_at < ?', now);
    const today = await this.clinicDay(now);
    where.add(
      'h.due_at >= ? and h.due_at < ?',
      today.toJSDate(),
      today.plus({ days: due === 'today' ? 1 : 7 }).toJSDate(),
    );
  }

  /** Midnight at the clinic. */
  private async clinicDay(now: Date): Promise<DateTime> {
    const { timeZone } = await this.directory.clinicCalendar(this.dataSource.manager);
    return DateTime.fromJSDate(now, { zone: timeZone }).startOf('day');
  }
}

const visibleTo = (user: User): Conditions => {
  const where = new Conditions();
  // A partner account without an organization matches nothing.
  if (user.role === 'partner') where.add('h.partner_id = ?', user.partnerId);
  return where;
};

const filter = (where: Conditions, query: HandoffQuery): void => {
  if (query.status) where.add('h.status = ?', query.status);
  if (query.role) where.add('h.role = ?', query.role);
  if (query.partner) where.add('h.partner_id = ?', query.partner);
  if (query.patient) where.add('h.patient_id = ?', query.patient);
  if (query.plan) where.add('h.plan_id = ?', query.plan);
  if (query.assignee) where.add('h.owner = ?', query.assignee);
  if (query.query) {
    const pattern = `%${query.query.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
    where.add(`p.given_name || ' ' || p.family_name ilike ? or p.record_number ilike ?`, pattern, pattern);
  }
};
