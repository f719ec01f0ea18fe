import { Injectable } from '@nestjs/common';
import { DateTime } from 'luxon';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import type { Page, Rehab, TherapyDue, TherapyDueQuery } from '#contracts';
import { Clock, encodeCursor, readCursor, type User } from '#platform';
import { disciplineIs, neutralTitle, readingPartner } from '../episode/reader.sql.js';
import { TherapyConfig } from '../therapy.config.js';

type Row = Omit<TherapyDue, 'title' | 'state'> & { discipline: Rehab['discipline']; position: string };

@Injectable()
export class DueQueries {
  constructor(
    private readonly database: DataSource,
    private readonly clock: Clock,
    private readonly config: TherapyConfig,
  ) {}

  /** What is due soon or overdue, the most pressing first. What is far away is on no list. */
  async list(reader: User, search: TherapyDueQuery): Promise<Page<TherapyDue>> {
    const after = readCursor(search.cursor, z.tuple([z.iso.date(), z.uuid(), z.string()]));
    const today = DateTime.fromJSDate(this.clock.now(), { zone: this.config.clinicTimeZone }).toFormat('yyyy-MM-dd');
    const rows = await this.database.query<Row[]>(
      `select paperwork.episode_id as "episodeId", episode.plan_id as "planId", episode.patient_id as "patientId",
              paperwork.partner_id as "partnerId", kind, due_on::text as "dueOn", episode.discipline,
              treatment_days_left as "treatmentDaysLeft", source, as_of::text as "asOf",
              coalesce(due_on, date '9999-12-31')::text as position
         from paperwork join episode on episode.id = paperwork.episode_id
        where ($1::text is null or paperwork.partner_id = $1) and remind_on <= $2::date
          and ($3::uuid is null or episode.plan_id = $3)
          and ${disciplineIs('$4::text')}
          and ($5::date is null
               or (coalesce(due_on, date '9999-12-31'), paperwork.episode_id, kind) > ($5, $6::uuid, $7::text))
        order by coalesce(due_on, date '9999-12-31'), paperwork.episode_id, kind limit $8`,
      [
        ...[readingPartner(reader), today, search.plan ?? null, search.discipline ?? null],
        ...[after?.[0] ?? null, after?.[1] ?? null, after?.[2] ?? null, search.limit + 1],
      ],
    );
    const shown = rows.slice(0, search.limit);
    const last = shown.at(-1);
    return {
      items: shown.map(({ discipline, position: _position, ...due }) => ({
        ...due,
        title: neutralTitle(discipline),
        state: due.dueOn !== null && due.dueOn < today ? 'overdue' : 'upcoming',
      })),
      next: rows.length > search.limit && last ? encodeCursor([last.position, last.episodeId, last.kind]) : null,
    };
  }
}
