import { Injectable } from '@nestjs/common';
import { DateTime } from 'luxon';
import { DataSource, type EntityManager } from 'typeorm';
import { z } from 'zod';
import { DomainError, instant, type Page, type TherapyEpisode, type TherapyEpisodeQuery } from '#contracts';
import { Clock, encodeCursor, readCursor, type User } from '#platform';
import { TherapyConfig } from '../therapy.config.js';
import { type Clinic, type EpisodeRow, episodeView, type Flare } from './episode-view.js';
import { PlanCopyRepository } from './plan-copy.repository.js';
import { disciplineIs, readingPartner } from './reader.sql.js';

/**
 * A partner ($1 its id) sees the episodes in which it treats, and of those it handed over its own past; the clinic ($1 null) sees all.
 * Visits count for a partner as far as they are its own.
 */
const visible = `select episode.id, episode.plan_id, episode.patient_id, episode.rehab_item_id, episode.discipline,
    episode.state, plan.version, episode.prescription, episode.opened_at, part.partner_id, part.until_at,
    part.last_version, part.last_state,
    case when $1::text is null then episode.visits
         else (select count(*)::int from visit where visit.episode_id = episode.id and visit.partner_id = $1)
    end as visits,
    (select max(version) from acknowledgement
      where acknowledgement.member_id = part.member_id
        and (part.until_at is null or acknowledged_at <= part.until_at)) as acknowledged_version
  from episode join plan_copy plan on plan.plan_id = episode.plan_id
  left join lateral (
    select * from engagement
     where engagement.episode_id = episode.id
       and case when $1::text is null then until_at is null else partner_id = $1 and readable end
     order by until_at desc nulls first limit 1
  ) part on true
  where ($1::text is null or part.partner_id is not null)`;

@Injectable()
export class EpisodeQueries {
  constructor(
    private readonly database: DataSource,
    private readonly plans: PlanCopyRepository,
    private readonly clock: Clock,
    private readonly config: TherapyConfig,
  ) {}

  /** `from` is the transaction when the answer must show what it just wrote. */
  async get(
    reader: User,
    episodeId: string,
    { on, from = this.database.manager }: { on?: string | undefined; from?: EntityManager } = {},
  ): Promise<TherapyEpisode> {
    const rows = await from.query<EpisodeRow[]>(`${visible} and episode.id = $2`, [readingPartner(reader), episodeId]);
    const [episode] = await this.toEpisodes(from, reader, rows, on ?? this.today());
    if (!episode) throw new DomainError('not-found', 'There is no such episode.');
    return episode;
  }

  /** Newest first. */
  async list(reader: User, search: TherapyEpisodeQuery): Promise<Page<TherapyEpisode>> {
    const after = readCursor(search.cursor, z.tuple([instant, z.uuid()]));
    const rows = await this.database.query<EpisodeRow[]>(
      `${visible}
          and ($2::uuid is null or episode.patient_id = $2)
          and ($3::uuid is null or episode.plan_id = $3)
          and ($4::timestamptz is null or (episode.opened_at, episode.id) < ($4, $5::uuid))
          and ${disciplineIs('$7::text')}
        order by episode.opened_at desc, episode.id desc limit $6`,
      [
        readingPartner(reader),
        search.patient ?? null,
        search.plan ?? null,
        after?.[0] ?? null,
        after?.[1] ?? null,
        search.limit + 1,
        search.discipline ?? null,
      ],
    );
    const shown = rows.slice(0, search.limit);
    const items = await this.toEpisodes(this.database.manager, reader, shown, search.on ?? this.today());
    const last = items.at(-1);
    return { items, next: rows.length > search.limit && last ? encodeCursor([last.openedAt, last.id]) : null };
  }

  /** Of now, in the clinic's zone. */
  today(): string {
    return this.dayOf(this.clock.now());
  }

  private dayOf(at: Date): string {
    return DateTime.fromJSDate(at, { zone: this.config.clinicTimeZone }).toFormat('yyyy-MM-dd');
  }

  private async toEpisodes(
    from: EntityManager,
    reader: User,
    rows: readonly EpisodeRow[],
    on: string,
  ): Promise<TherapyEpisode[]> {
    if (rows.length === 0) return [];
    const partner = readingPartner(reader);
    const about = [rows.map(({ id }) => id), partner];
    const versions = await this.plans.versionsOf(from, [...new Set(rows.map(({ plan_id }) => plan_id))]);
    const clinics = await from.query<Clinic[]>(
      `select episode_id, partner_id, from_at, until_at from engagement
        where episode_id = any($1::uuid[]) and ($2::text is null or partner_id = $2) order by from_at, id`,
      about,
    );
    const flares = await from.query<Flare[]>(
      `select episode_id, flare, reported_at from progress_report
        where episode_id = any($1::uuid[]) and ($2::text is null or partner_id = $2) and flare is not null`,
      about,
    );
    return rows.map((row) => {
      const isOwn = ({ episode_id }: { episode_id: string }): boolean => episode_id === row.id;
      return episodeView({
        row,
        on,
        isPartner: partner !== null,
        versions: versions.get(row.plan_id) ?? [],
        clinics: clinics.filter(isOwn),
        flares: flares.filter(isOwn),
        timeZone: this.config.clinicTimeZone,
        lastDay: row.until_at === null ? null : this.dayOf(row.until_at),
      });
    });
  }
}
