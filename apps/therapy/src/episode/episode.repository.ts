import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DomainError, type Actor, type RecordTherapyVisit, type ReportTherapyProgress } from '#contracts';
import type { Transaction } from '#platform';
import { EpisodeRow } from './episode.entity.js';

export type StoredEpisode = Readonly<EpisodeRow>;

export interface StoredVisit extends RecordTherapyVisit {
  planVersion: number | null;
  unacknowledged: { text: string; sinceVersion: number }[];
}

interface Signature {
  partnerId: string;
  by: Actor;
  time: Date;
}

@Injectable()
export class EpisodeRepository {
  async ofPlan(tx: Transaction, planId: string): Promise<StoredEpisode[]> {
    return tx.find(EpisodeRow, { where: { planId }, lock: { mode: 'pessimistic_write' } });
  }

  /** Locked. An organization that does not treat in this episode learns nothing, not even that it exists. */
  async lockFor(tx: Transaction, episodeId: string, partnerId: string): Promise<StoredEpisode & { memberId: string }> {
    const episode = await tx.findOne(EpisodeRow, { where: { id: episodeId }, lock: { mode: 'pessimistic_write' } });
    const [held] = await tx.query<{ member_id: string }[]>(
      'select member_id from engagement where episode_id = $1 and partner_id = $2 and until_at is null',
      [episodeId, partnerId],
    );
    if (!episode || !held) throw new DomainError('not-found', 'There is no such episode.');
    return { ...episode, memberId: held.member_id };
  }

  async lock(tx: Transaction, episodeId: string): Promise<StoredEpisode | null> {
    return tx.findOne(EpisodeRow, { where: { id: episodeId }, lock: { mode: 'pessimistic_write' } });
  }

  async save(tx: Transaction, episode: StoredEpisode): Promise<void> {
    // By name: callers carry more than the row.
    const { id, planId, patientId, rehabItemId, discipline, state, stated, prescription, ...others } = episode;
    const { visits, summary, discharge, openedAt, changedAt } = others;
    const row = { id, planId, patientId, rehabItemId, discipline, state, stated, prescription };
    await tx.upsert(EpisodeRow, { ...row, visits, summary, discharge, openedAt, changedAt } as object, ['id']);
  }

  async addVisit(tx: Transaction, episode: StoredEpisode, visit: StoredVisit, signature: Signature): Promise<void> {
    const { visitedAt, minutes, done, tolerated, region, reason, note, planVersion, unacknowledged } = visit;
    const { partnerId, by, time } = signature;
    await tx.query(
      `insert into visit (episode_id, number, partner_id, visited_at, note, recorded_by, recorded_at,
                          minutes, done, tolerated, region, reason, plan_version, unacknowledged)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
      [
        ...[episode.id, episode.visits, partnerId, visitedAt, note ?? null, JSON.stringify(by), time],
        ...[minutes ?? null, done ?? [], tolerated ?? null, region ?? null, reason ?? null],
        ...[planVersion, JSON.stringify(unacknowledged)],
      ],
    );
  }

  async addProgress(
    tx: Transaction,
    episode: StoredEpisode,
    report: ReportTherapyProgress,
    { partnerId, by, time }: Signature,
  ): Promise<void> {
    const { measurements, flare, concern, visitsDone, adherence, patientWords } = report;
    await tx.query(
      `insert into progress_report (id, episode_id, partner_id, measurements, flare, concern, reported_by, reported_at,
                                    visits_done, adherence, patient_words)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
      [
        ...[randomUUID(), episode.id, partnerId, JSON.stringify(measurements)],
        ...[flare ? JSON.stringify(flare) : null, concern ?? null, JSON.stringify(by), time],
        ...[visitsDone ?? null, adherence ?? null, patientWords ?? null],
      ],
    );
  }

  /** How often this pattern was reported in this episode. */
  async flaresOf(tx: Transaction, episodeId: string, pattern: string): Promise<number> {
    const [row] = await tx.query<{ times: string }[]>(
      `select count(*) as times from progress_report where episode_id = $1 and flare ->> 'pattern' = $2`,
      [episodeId, pattern],
    );
    return Number(row?.times ?? 0);
  }
}
