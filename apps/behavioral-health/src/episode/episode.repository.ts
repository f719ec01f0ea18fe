import { Injectable } from '@nestjs/common';
import { DomainError } from '#contracts';
import type { Transaction } from '#platform';
import { EpisodeRow } from './episode.entity.js';

export type StoredEpisode = Readonly<EpisodeRow>;

@Injectable()
export class EpisodeRepository {
  /**
   * Notes that this version of the plan is being followed and locks the plan's record until the end of the transaction.
   * False when a newer version (or this one) was followed before: then nothing may be taken from it.
   */
  async follow(tx: Transaction, planId: string, version: number): Promise<boolean> {
    const noted = await tx.query<unknown[]>(
      `insert into followed_plan as known (plan_id, version) values ($1, $2)
       on conflict (plan_id) do update set version = excluded.version where known.version < excluded.version
       returning plan_id`,
      [planId, version],
    );
    return noted.length === 1;
  }

  async ofPlan(tx: Transaction, planId: string): Promise<StoredEpisode[]> {
    return tx.find(EpisodeRow, { where: { planId }, lock: { mode: 'pessimistic_write' } });
  }

  /** Locked. Somebody who is not the active behavioral-health member for the patient learns nothing, not even existence. */
  async lockFor(tx: Transaction, episodeId: string, partnerId: string | null): Promise<StoredEpisode> {
    const episode = await tx
      .createQueryBuilder(EpisodeRow, 'episode')
      .setLock('pessimistic_write')
      .where('episode.id = :episodeId', { episodeId })
      .andWhere(
        `exists (select from team_member member where member.partner_id = :partnerId
                   and member.patient_id = episode.patient_id and member.status = 'active')`,
        { partnerId },
      )
      .getOne();
    if (!episode) throw new DomainError('not-found', 'There is no such episode.');
    return episode;
  }

  async save(tx: Transaction, episode: StoredEpisode): Promise<void> {
    await tx.upsert(EpisodeRow, episode, ['id']);
  }
}
