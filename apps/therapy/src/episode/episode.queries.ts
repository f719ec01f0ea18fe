import { Injectable } from '@nestjs/common';
import { DateTime } from 'luxon';
import { DataSource, type EntityManager } from 'typeorm';
import { z } from 'zod';
import { directivesInForce } from '#clinical';
import {
  DomainError,
  instant,
  planDocument,
  type Page,
  type Rehab,
  type TherapyEpisode,
  type TherapyEpisodeQuery,
} from '#contracts';
import { Clock, encodeCursor, readCursor, type User } from '#platform';
import { TherapyConfig } from '../therapy.config.js';
import { shownState, type EpisodeState } from './episode.states.js';
import { holderJoin } from './holder.sql.js';

interface Row {
  id: string;
  plan_id: string;
  patient_id: string;
  discipline: TherapyEpisode['discipline'];
  partner_id: string | null;
  state: EpisodeState;
  version: number;
  document: unknown;
  prescription: Rehab;
  visits: number;
  opened_at: Date;
}

/** A partner sees the episodes that it holds ($1 its id); the clinic ($1 null) sees all. */
const visible = `select episode.id, episode.plan_id, episode.patient_id, episode.discipline, holder.partner_id,
    episode.state, plan.version, plan.document, episode.prescription, episode.visits, episode.opened_at
  from episode join plan_copy plan on plan.plan_id = episode.plan_id ${holderJoin}
  where ($1::text is null or holder.partner_id = $1)`;

const treatingPartner = (reader: User): string | null => (reader.role === 'partner' ? (reader.partnerId ?? '') : null);

@Injectable()
export class EpisodeQueries {
  constructor(
    private readonly database: DataSource,
    private readonly clock: Clock,
    private readonly config: TherapyConfig,
  ) {}

  /** `from` is the transaction when the answer must show what it just wrote. */
  async get(
    reader: User,
    episodeId: string,
    { on, from = this.database.manager }: { on?: string | undefined; from?: EntityManager } = {},
  ): Promise<TherapyEpisode> {
    const [row] = await from.query<Row[]>(`${visible} and episode.id = $2`, [treatingPartner(reader), episodeId]);
    if (!row) throw new DomainError('not-found', 'There is no such episode.');
    return this.toEpisode(row, on ?? this.today());
  }

  /** Newest first. */
  async list(reader: User, search: TherapyEpisodeQuery): Promise<Page<TherapyEpisode>> {
    const after = readCursor(search.cursor, z.tuple([instant, z.uuid()]));
    const rows = await this.database.query<Row[]>(
      `${visible}
          and ($2::uuid is null or episode.patient_id = $2)
          and ($3::uuid is null or episode.plan_id = $3)
          and ($4::timestamptz is null or (episode.opened_at, episode.id) < ($4, $5::uuid))
        order by episode.opened_at desc, episode.id desc limit $6`,
      [
        treatingPartner(reader),
        search.patient ?? null,
        search.plan ?? null,
        after?.[0] ?? null,
        after?.[1] ?? null,
        search.limit + 1,
      ],
    );
    const on = search.on ?? this.today();
    const items = rows.slice(0, search.limit).map((row) => this.toEpisode(row, on));
    const last = items.at(-1);
    return { items, next: rows.length > search.limit && last ? encodeCursor([last.openedAt, last.id]) : null };
  }

  private today(): string {
    return DateTime.fromJSDate(this.clock.now(), { zone: this.config.clinicTimeZone }).toFormat('yyyy-MM-dd');
  }

  private toEpisode(row: Row, on: string): TherapyEpisode {
    return {
      id: row.id,
      planId: row.plan_id,
      patientId: row.patient_id,
      discipline: row.discipline,
      partnerId: row.partner_id,
      state: shownState(row.state),
      planVersion: row.version,
      prescription: row.prescription,
      directives: directivesInForce({
        document: planDocument.parse(row.document),
        discipline: row.discipline,
        on,
        timeZone: this.config.clinicTimeZone,
      }),
      visits: row.visits,
      openedAt: row.opened_at.toISOString(),
    };
  }
}
