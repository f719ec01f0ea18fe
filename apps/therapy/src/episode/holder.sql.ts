/**
 * The organization that holds an episode: the active member of its discipline on the plan. Of several, the one engaged for
 * this very item or its diagnosis. A lateral join: `episode` must stand before it.
 */
export const holderJoin = `left join lateral (
    select member.partner_id from team_member member
     where member.plan_id = episode.plan_id and member.role = episode.discipline and member.status = 'active'
     order by member.engaged_for && array[episode.rehab_item_id, episode.prescription ->> 'diagnosisId'] desc,
              member.member_id
     limit 1
  ) holder on true`;
