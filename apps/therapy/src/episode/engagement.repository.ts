import { Injectable } from '@nestjs/common';
import type { Transaction } from '#platform';

export interface Engagement {
  episodeId: string;
  memberId: string;
  partnerId: string;
}

/**
 * The organization that treats: the active member of the discipline on the plan. Of several, the one engaged for this very item or its
 * diagnosis.
 */
const holder = `left join lateral (
    select member.member_id, member.partner_id from team_member member
     where member.plan_id = episode.plan_id and member.role = episode.discipline and member.status = 'active'
     order by member.engaged_for && array[episode.rehab_item_id, episode.prescription ->> 'diagnosisId'] desc,
              member.member_id
     limit 1
  ) holder on true`;

/** Who treats an episode from when until when. An unbroken line: one ends, and the next begins at the same moment. */
@Injectable()
export class EngagementRepository {
  /**
   * After the team or the plan changed: ends what does not hold any more and begins what does; says which ended. What a clinic may still
   * read of it stands still there. The caller holds the plan's lock.
   */
  async settle(tx: Transaction, planId: string, at: Date): Promise<Engagement[]> {
    const ended = await tx.query<{ episode_id: string; member_id: string; partner_id: string }[]>(
      `with ended as (
         update engagement set until_at = greatest($2, engagement.from_at), last_version = plan.version,
                last_state = episode.state
           from episode join plan_copy plan on plan.plan_id = episode.plan_id ${holder}
          where episode.plan_id = $1 and engagement.episode_id = episode.id and engagement.until_at is null
            and holder.member_id is distinct from engagement.member_id
          returning engagement.episode_id, engagement.member_id, engagement.partner_id
       ) select * from ended`,
      [planId, at],
    );
    await tx.query(
      `insert into engagement (episode_id, member_id, partner_id, from_at)
       select episode.id, holder.member_id, holder.partner_id, $2
         from episode ${holder}
        where episode.plan_id = $1 and holder.member_id is not null
          and not exists (select from engagement open where open.episode_id = episode.id and open.until_at is null)`,
      [planId, at],
    );
    return ended.map((row) => ({ episodeId: row.episode_id, memberId: row.member_id, partnerId: row.partner_id }));
  }

  /** A clinic that never treated has no past to read. */
  async forget(tx: Transaction, memberId: string): Promise<void> {
    await tx.query(
      `update engagement set readable = false
        where member_id = $1
          and not exists (select from visit
                           where visit.episode_id = engagement.episode_id and visit.partner_id = engagement.partner_id)
          and not exists (select from progress_report report
                           where report.episode_id = engagement.episode_id and report.partner_id = engagement.partner_id)`,
      [memberId],
    );
  }

  async current(tx: Transaction, episodeId: string): Promise<Engagement | null> {
    const [row] = await tx.query<{ member_id: string; partner_id: string }[]>(
      'select member_id, partner_id from engagement where episode_id = $1 and until_at is null',
      [episodeId],
    );
    return row ? { episodeId, memberId: row.member_id, partnerId: row.partner_id } : null;
  }
}
