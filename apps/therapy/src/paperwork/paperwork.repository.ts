import { Injectable } from '@nestjs/common';
import type { PlanOfCareDates } from '#clinical';
import type { Actor, Rehab, TherapyDue } from '#contracts';
import type { Transaction } from '#platform';

export interface PaperworkRow {
  kind: TherapyDue['kind'];
  dueOn: string | null;
  remindOn: string;
  treatmentDaysLeft: number | null;
  source: string;
  asOf: string | null;
}

/** The course of the clinic that treats now, as far as its paperwork looks at it. */
export interface TreatedCourse {
  episodeId: string;
  planId: string;
  patientId: string;
  discipline: Rehab['discipline'];
  state: 'open' | 'held' | 'ended' | 'discharged';
  changedAt: Date;
  partnerId: string;
}

export interface Known extends PaperworkRow {
  partnerId: string;
  isTold: boolean;
}

interface Certification {
  episodeId: string;
  partnerId: string;
  kind: 'signed' | 'transmitted';
  on: string;
  until: string | null;
  at: Date;
  by: Actor;
}

@Injectable()
export class PaperworkRepository {
  async episodesOf(tx: Transaction, planId: string): Promise<string[]> {
    const rows = await tx.query<{ id: string }[]>('select id from episode where plan_id = $1 order by id', [planId]);
    return rows.map(({ id }) => id);
  }

  /** The course with its clinic; `partnerId` null when nobody treats. Locked, so that what follows is decided once. */
  async course(
    tx: Transaction,
    episodeId: string,
  ): Promise<(Omit<TreatedCourse, 'partnerId'> & { partnerId: string | null }) | null> {
    const [row] = await tx.query<(Omit<TreatedCourse, 'partnerId'> & { partnerId: string | null })[]>(
      `select episode.id as "episodeId", plan_id as "planId", patient_id as "patientId", discipline, state,
              changed_at as "changedAt",
              (select partner_id from engagement where episode_id = episode.id and until_at is null) as "partnerId"
         from episode where id = $1 for update`,
      [episodeId],
    );
    return row ?? null;
  }

  /** Days in the clinic's zone. */
  async dates(
    tx: Transaction,
    { episodeId, partnerId }: Pick<TreatedCourse, 'episodeId' | 'partnerId'>,
    timeZone: string,
  ): Promise<PlanOfCareDates> {
    const days = async (table: string, column: string): Promise<string[]> =>
      (
        await tx.query<{ day: string }[]>(
          `select distinct to_char(${column} at time zone $3, 'YYYY-MM-DD') as day from ${table}
            where episode_id = $1 and partner_id = $2`,
          [episodeId, partnerId, timeZone],
        )
      ).map(({ day }) => day);
    const certifications = await tx.query<{ on: string; until: string | null }[]>(
      `select on_day::text as on, until_day::text as until from certification where episode_id = $1 and partner_id = $2
        order by on_day, id`,
      [episodeId, partnerId],
    );
    return {
      treatmentDays: await days('visit', 'visited_at'),
      progressReports: await days('progress_report', 'reported_at'),
      certifications,
    };
  }

  async addCertification(
    tx: Transaction,
    { episodeId, partnerId, kind, on, until, at, by }: Certification,
  ): Promise<void> {
    await tx.query(
      `insert into certification (episode_id, partner_id, kind, on_day, until_day, recorded_at, recorded_by)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [episodeId, partnerId, kind, on, until, at, JSON.stringify(by)],
    );
  }

  async of(tx: Transaction, episodeId: string): Promise<Known[]> {
    return tx.query<Known[]>(
      `select partner_id as "partnerId", kind, due_on::text as "dueOn", remind_on::text as "remindOn",
              treatment_days_left as "treatmentDaysLeft", source, as_of::text as "asOf", is_told as "isTold"
         from paperwork where episode_id = $1`,
      [episodeId],
    );
  }

  /** These are owed now, and nothing else. Of what was told already, that stays known while its day is the same. */
  async keep(
    tx: Transaction,
    { episodeId, partnerId }: { episodeId: string; partnerId: string | null },
    owed: readonly PaperworkRow[],
  ): Promise<void> {
    await tx.query(
      `delete from paperwork where episode_id = $1 and not (partner_id is not distinct from $2 and kind = any($3::text[]))`,
      [episodeId, partnerId, owed.map(({ kind }) => kind)],
    );
    for (const { kind, dueOn, remindOn, treatmentDaysLeft, source, asOf } of owed) {
      await tx.query(
        `insert into paperwork as known
           (episode_id, partner_id, kind, due_on, remind_on, treatment_days_left, source, as_of)
         values ($1, $2, $3, $4, $5, $6, $7, $8)
         on conflict (episode_id, partner_id, kind) do update
            set due_on = excluded.due_on, remind_on = excluded.remind_on,
                treatment_days_left = excluded.treatment_days_left, source = excluded.source, as_of = excluded.as_of,
                is_told = known.is_told and known.due_on is not distinct from excluded.due_on`,
        [episodeId, partnerId, kind, dueOn, remindOn, treatmentDaysLeft, source, asOf],
      );
    }
  }

  async told(tx: Transaction, episodeId: string, partnerId: string, kind: TherapyDue['kind']): Promise<void> {
    await tx.query('update paperwork set is_told = true where episode_id = $1 and partner_id = $2 and kind = $3', [
      episodeId,
      partnerId,
      kind,
    ]);
  }
}
