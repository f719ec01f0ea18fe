import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { z } from 'zod';
import { DomainError, instant, type DoseChange, type DoseChangeQuery, type Page } from '#contracts';
import { encodeCursor, readCursor, type User } from '#platform';
import { disciplineIs, neutralTitle, readingPartner } from '../episode/reader.sql.js';
import { type DoseChangeRow, doseChangeRows } from './dose-change.repository.js';

@Injectable()
export class DoseChangeQueries {
  constructor(private readonly database: DataSource) {}

  /** Newest first. A partner reads what it asked itself. */
  async list(reader: User, search: DoseChangeQuery): Promise<Page<DoseChange>> {
    const after = readCursor(search.cursor, z.tuple([instant, z.uuid()]));
    const rows = await this.database.query<DoseChangeRow[]>(
      `${doseChangeRows}
        where ($1::text is null or change.partner_id = $1)
          and ($2::uuid is null or change.episode_id = $2)
          and ($3::uuid is null or episode.plan_id = $3)
          and ($4::text is null or change.state = $4)
          and ($5::timestamptz is null or (change.requested_at, change.id) < ($5, $6::uuid))
          and ${disciplineIs('$8::text')}
        order by change.requested_at desc, change.id desc limit $7`,
      [
        ...[readingPartner(reader), search.episode ?? null, search.plan ?? null, search.state ?? null],
        ...[after?.[0] ?? null, after?.[1] ?? null, search.limit + 1, search.discipline ?? null],
      ],
    );
    const items = rows.slice(0, search.limit).map(toAnswer);
    const last = items.at(-1);
    return { items, next: rows.length > search.limit && last ? encodeCursor([last.requestedAt, last.id]) : null };
  }

  async get(reader: User, id: string, from: EntityManager = this.database.manager): Promise<DoseChange> {
    const [row] = await from.query<DoseChangeRow[]>(
      `${doseChangeRows} where ($1::text is null or change.partner_id = $1) and change.id = $2`,
      [readingPartner(reader), id],
    );
    if (!row) throw new DomainError('not-found', 'There is no such request.');
    return toAnswer(row);
  }
}

const toAnswer = (row: DoseChangeRow): DoseChange => ({
  id: row.id,
  episodeId: row.episode_id,
  planId: row.plan_id,
  patientId: row.patient_id,
  partnerId: row.partner_id,
  title: neutralTitle(row.discipline),
  proposal: row.proposal,
  reason: row.reason,
  state: row.state,
  requestedAt: row.requested_at.toISOString(),
  by: row.requested_by,
  answer:
    row.state === 'answered' && row.answered_at
      ? { version: row.answered_version, reply: row.reply, at: row.answered_at.toISOString(), by: row.answered_by }
      : null,
});
