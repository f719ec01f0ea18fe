import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import {
  DomainError,
  instant,
  type Page,
  type TherapyDischarge,
  type TherapyReport,
  type TherapyVisit,
} from '#contracts';
import { encodeCursor, readCursor, type User } from '#platform';
import { EpisodeQueries } from './episode.queries.js';
import { readingPartner } from './reader.sql.js';

interface Paging {
  limit: number;
  cursor?: string | undefined;
}

/** What was done in an episode. A partner reads its own part alone, also of the time before it. */
@Injectable()
export class EpisodeRecordQueries {
  constructor(
    private readonly database: DataSource,
    private readonly episodes: EpisodeQueries,
  ) {}

  /** Newest first. */
  async visits(reader: User, episodeId: string, { limit, cursor }: Paging): Promise<Page<TherapyVisit>> {
    await this.episodes.get(reader, episodeId);
    const after = readCursor(cursor, z.tuple([z.number().int()]));
    const rows = await this.database.query<(Omit<TherapyVisit, 'visitedAt' | 'recordedAt'> & VisitTimes)[]>(
      `select number, partner_id as "partnerId", visited_at, minutes, done, tolerated, region, reason, note,
              plan_version as "planVersion", unacknowledged, recorded_at, recorded_by as by
         from visit
        where episode_id = $1 and ($2::text is null or partner_id = $2) and ($3::int is null or number < $3)
        order by number desc limit $4`,
      [episodeId, readingPartner(reader), after?.[0] ?? null, limit + 1],
    );
    const items = rows.slice(0, limit).map(({ visited_at, recorded_at, ...visit }) => ({
      ...visit,
      visitedAt: visited_at.toISOString(),
      recordedAt: recorded_at.toISOString(),
    }));
    const last = items.at(-1);
    return { items, next: rows.length > limit && last ? encodeCursor([last.number]) : null };
  }

  /** Newest first. */
  async reports(reader: User, episodeId: string, { limit, cursor }: Paging): Promise<Page<TherapyReport>> {
    await this.episodes.get(reader, episodeId);
    const after = readCursor(cursor, z.tuple([instant, z.uuid()]));
    const rows = await this.database.query<(Omit<TherapyReport, 'reportedAt'> & { reported_at: Date })[]>(
      `select id, partner_id as "partnerId", measurements, flare, concern, visits_done as "visitsDone", adherence,
              patient_words as "patientWords", reported_at, reported_by as by
         from progress_report
        where episode_id = $1 and ($2::text is null or partner_id = $2)
          and ($3::timestamptz is null or (reported_at, id) < ($3, $4::uuid))
        order by reported_at desc, id desc limit $5`,
      [episodeId, readingPartner(reader), after?.[0] ?? null, after?.[1] ?? null, limit + 1],
    );
    const items = rows
      .slice(0, limit)
      .map(({ reported_at, ...report }) => ({ ...report, reportedAt: reported_at.toISOString() }));
    const last = items.at(-1);
    return { items, next: rows.length > limit && last ? encodeCursor([last.reportedAt, last.id]) : null };
  }

  async discharge(reader: User, episodeId: string): Promise<TherapyDischarge> {
    await this.episodes.get(reader, episodeId);
    const [row] = await this.database.query<{ discharge: TherapyDischarge | null }[]>(
      'select discharge from episode where id = $1',
      [episodeId],
    );
    const partner = readingPartner(reader);
    const discharge = row?.discharge ?? null;
    if (discharge === null || (partner !== null && discharge.partnerId !== partner)) {
      throw new DomainError('not-found', 'There is no discharge summary.');
    }
    return discharge;
  }
}

interface VisitTimes {
  visited_at: Date;
  recorded_at: Date;
}
