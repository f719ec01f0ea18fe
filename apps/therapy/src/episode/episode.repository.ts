import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DomainError, type Actor, type RecordTherapyVisit, type ReportTherapyProgress } from '#contracts';
import type { Transaction } from '#platform';
import { EpisodeRow } from './episode.entity.js';
import { holderJoin } from './holder.sql.js';

export type StoredEpisode = Readonly<EpisodeRow>;

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

  /** Locked. An organization that does not hold the episode learns nothing, not even that it exists. */
  async lockFor(tx: Transaction, episodeId: string, partnerId: string): Promise<StoredEpisode> {
    const episode = await tx.findOne(EpisodeRow, { where: { id: episodeId }, lock: { mode: 'pessimistic_write' } });
    const held = await tx.query<unknown[]>(
      `select from episode ${holderJoin} where episode.id = $1 and holder.partner_id = $2`,
      [episodeId, partnerId],
    );
    if (!episode || held.length === 0) throw new DomainError('not-found', 'There is no such episode.');
    return episode;
  }

  async save(tx: Transaction, episode: StoredEpisode): Promise<void> {
    await tx.upsert(EpisodeRow, episode, ['id']);
  }

  async addVisit(
    tx: Transaction,
    episode: StoredEpisode,
    { visitedAt, note }: RecordTherapyVisit,
    { partnerId, by, time }: Signature,
  ): Promise<void> {
    await tx.query(
      `insert into visit (episode_id, number, partner_id, visited_at, note, recorded_by, recorded_at)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [episode.id, episode.visits, partnerId, visitedAt, note ?? null, JSON.stringify(by), time],
    );
  }

  async addProgress(
    tx: Transaction,
    episode: StoredEpisode,
    { measurements, flare, concern }: ReportTherapyProgress,
    { partnerId, by, time }: Signature,
  ): Promise<void> {
    await tx.query(
      `insert into progress_report
         (id, episode_id, partner_id, measurements, flare, concern, reported_by, reported_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        randomUUID(),
        episode.id,
        partnerId,
        JSON.stringify(measurements),
        flare ? JSON.stringify(flare) : null,
        concern ?? null,
        JSON.stringify(by),
        time,
      ],
    );
  }
}
