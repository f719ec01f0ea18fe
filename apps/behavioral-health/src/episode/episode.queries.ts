import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { z } from 'zod';
import { DomainError, instant, type BehavioralEpisode, type BehavioralEpisodeQuery, type Page } from '#contracts';
import { encodeCursor, type User, readCursor } from '#platform';
import { allowedMoves } from './episode.states.js';

interface Row {
  id: string;
  plan_id: string;
  patient_id: string;
  kind: BehavioralEpisode['kind'];
  state: BehavioralEpisode['state'];
  clearance: BehavioralEpisode['clearance'];
  requested_at: Date;
  changed_at: Date;
}

/** A partner sees the patients whose active behavioral-health member it is ($1 its id); a physician ($1 null) sees all. */
const visible = `select id, plan_id, patient_id, kind, state, clearance, requested_at, changed_at from episode
  where ($1::text is null or exists (select from team_member member where member.partner_id = $1
           and member.patient_id = episode.patient_id and member.status = 'active'))`;

const treatingPartner = (reader: User): string | null => (reader.role === 'partner' ? (reader.partnerId ?? '') : null);

@Injectable()
export class EpisodeQueries {
  constructor(private readonly database: DataSource) {}

  /** `from` is the transaction when the answer must show what it just wrote. */
  async get(reader: User, episodeId: string, from: EntityManager = this.database.manager): Promise<BehavioralEpisode> {
    const [row] = await from.query<Row[]>(`${visible} and id = $2`, [treatingPartner(reader), episodeId]);
    if (!row) throw new DomainError('not-found', 'There is no such episode.');
    return toEpisode(row, reader);
  }

  /** Newest request first. */
  async list(reader: User, search: BehavioralEpisodeQuery): Promise<Page<BehavioralEpisode>> {
    const after = readCursor(search.cursor, z.tuple([instant, z.uuid()]));
    const rows = await this.database.query<Row[]>(
      `${visible}
          and ($2::uuid is null or patient_id = $2)
          and ($3::uuid is null or plan_id = $3)
          and ($4::timestamptz is null or (requested_at, id) < ($4, $5::uuid))
        order by requested_at desc, id desc limit $6`,
      [
        treatingPartner(reader),
        search.patient ?? null,
        search.plan ?? null,
        after?.[0] ?? null,
        after?.[1] ?? null,
        search.limit + 1,
      ],
    );
    const items = rows.slice(0, search.limit).map((row) => toEpisode(row, reader));
    const last = items.at(-1);
    return { items, next: rows.length > search.limit && last ? encodeCursor([last.requestedAt, last.id]) : null };
  }
}

const toEpisode = (row: Row, reader: User): BehavioralEpisode => ({
  id: row.id,
  planId: row.plan_id,
  patientId: row.patient_id,
  kind: row.kind,
  state: row.state,
  clearance: row.clearance,
  allowed: reader.role === 'partner' ? allowedMoves(row.state) : [],
  requestedAt: row.requested_at.toISOString(),
  changedAt: row.changed_at.toISOString(),
});
