import {
  type ClinicHandoff,
  DomainError,
  type HandoffExportQuery,
  type HandoffSummary,
  type Page,
  type PartnerHandoff,
} from '#contracts';
import { type Transaction, type User } from '#platform';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { nextCursor, readPosition } from '../keyset-cursor.js';
import { DirectoryRepository } from '../projection/directory.repository.js';
import { type ListMoment, narrow, visibleTo } from '../worklist/list-filter.js';
import { ListMoments } from '../worklist/list-moments.js';
import { PacketQueries } from '../worklist/packet.queries.js';
import {
  type DetailRow,
  type EntryRow,
  type Reading,
  type SummaryRow,
  toClinicHandoff,
  toPartnerHandoff,
  toSummary,
} from './handoff.shape.js';

const summaryColumns = `h.id, h.plan_id, h.patient_id, p.given_name, p.family_name, p.record_number, p.birth_date, h.role, h.member_id, o.name as partner_name,
  o.calendar->>'timeZone' as partner_time_zone,
  h.partner_id, h.status, h.from_version, h.content_version, h.through_version, h.urgency, h.due_at, h.issued_at, h.asks,
  h.superseded_by, h.owner,
  h.acknowledgement, h.waiting_on, h.pool, h.labels, h.chase_on, h.chase_reason, h.asleep, h.blocker, h.awaiting_authorization,
  h.awaiting_consent, h.delivered_at, h.undeliverable_at, h.opened_at, h.contested_at, h.answer_by, h.half_at, h.late_at,
  h.last_activity_at,
  exists (select 1 from plan_version_copy v where v.plan_id = h.plan_id and v.corrects = h.content_version) as in_error,
  h.status <> 'open' and exists (
    select 1 from referral r where r.member_id = h.member_id
       and (r.state in ('declined', 'entered-in-error') or r.state = 'cancelled' and r.accepted is null)) as is_lost`;

/** The directory tells of a partner before or after it is asked something. */
const listed =
  'handoff h join patient_copy p using (patient_id) left join partner_copy o on o.partner_id = h.partner_id';

interface Order {
  column: 'due_at' | 'issued_at' | 'last_activity_at';
  direction: 'asc' | 'desc';
}

const orders: Readonly<Record<HandoffExportQuery['sort'], Order>> = {
  due: { column: 'due_at', direction: 'asc' },
  issued: { column: 'issued_at', direction: 'desc' },
  activity: { column: 'last_activity_at', direction: 'desc' },
};

/** Handoffs for screens: the coordinator's worklist, a partner's inbox. */
@Injectable()
export class HandoffQueries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly moments: ListMoments,
    private readonly directory: DirectoryRepository,
    private readonly packets: PacketQueries,
  ) {}

  async list(
    query: HandoffExportQuery & { limit: number; cursor?: string | undefined },
    user: User,
  ): Promise<Page<HandoffSummary>> {
    const { limit, cursor, sort, ...filter } = query;
    const moment = await this.moments.now();
    const where = visibleTo(user);
    narrow(where, filter, user, moment);
    const { column, direction } = orders[sort];
    const after = readPosition(cursor);
    const beyond = direction === 'asc' ? '>' : '<';
    if (after) where.add(`(h.${column}, h.id) ${beyond} (?::timestamptz, ?::uuid)`, after[0], after[1]);
    const rows = await this.dataSource.query<SummaryRow[]>(
      `select ${summaryColumns} from ${listed}
       where ${where.toString()} order by h.${column} ${direction}, h.id ${direction} limit ${limit + 1}`,
      where.values,
    );
    const shown = rows.slice(0, limit);
    const reading = await this.readingOf(this.dataSource.manager, shown, moment);
    return {
      items: shown.map((row) => toSummary(row, user.role, reading)),
      next: nextCursor(rows, limit, (row) => row[column]),
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
      `select ${summaryColumns}, h.slice, h.changes, h.ruleset_version, h.contest
       from ${listed} where ${where.toString()}`,
      where.values,
    );
    if (!row) throw new DomainError('not-found', 'There is no such handoff.');
    if (user.role === 'partner' && row.in_error) {
      throw new DomainError('gone', `Version ${row.content_version} was entered in error: disregard it.`);
    }
    const entries = await this.entries(from, id);
    const reading = await this.readingOf(from, [row], await this.moments.now(from));
    if (user.role === 'partner') return toPartnerHandoff(row, entries, reading);
    const packet = await this.packets.of(from, row);
    return toClinicHandoff(row, entries, { ...reading, reader: user.role, packet });
  }

  /** Of all rows at once: in whose hours each of them ages. */
  private async readingOf(
    from: Transaction,
    rows: readonly Pick<SummaryRow, 'partner_id'>[],
    { now, clinic }: ListMoment,
  ): Promise<Reading> {
    const partnerIds = [...new Set(rows.flatMap(({ partner_id: id }) => (id === null ? [] : [id])))];
    const calendars = await this.directory.calendars(from, partnerIds);
    return {
      now,
      calendarOf: (row) =>
        (row.contested_at === null && row.partner_id !== null ? calendars.get(row.partner_id) : undefined) ?? clinic,
    };
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
}
