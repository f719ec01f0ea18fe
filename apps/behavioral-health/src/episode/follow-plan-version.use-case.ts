import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Behavioral, EventData, planPublished } from '#contracts';
import type { Transaction } from '#platform';
import { CareTeamRepository } from './care-team.repository.js';
import { EpisodeRepository, type StoredEpisode } from './episode.repository.js';
import { followPlan, statementOf, type Statement } from './episode.states.js';

type Published = EventData<typeof planPublished>;

/**
 * Follows `plan.published`: each behavioral item of the document opens or moves one episode, an item that is gone stops
 * its episode, and a revoked plan stops them all. Derived from the document alone, so a version taken twice or too late
 * changes nothing. Says nothing to others: the plan has said it.
 */
@Injectable()
export class FollowPlanVersion {
  constructor(
    private readonly episodes: EpisodeRepository,
    private readonly team: CareTeamRepository,
  ) {}

  async execute(tx: Transaction, published: Published): Promise<void> {
    if (!(await this.episodes.follow(tx, published.planId, published.version))) return;
    await this.followTeam(tx, published);

    const known = await this.episodes.ofPlan(tx, published.planId);
    const { behavioral, status } = published.document;
    const at = new Date(published.publishedAt);
    for (const item of behavioral) {
      const statement = status === 'revoked' ? stopped(statementOf(item)) : statementOf(item);
      const episode = known.find((candidate) => candidate.itemId === item.id);
      await this.episodes.save(tx, episode ? moved(episode, statement, at) : opened(published, item, statement));
    }
    for (const episode of known) {
      if (behavioral.some((item) => item.id === episode.itemId)) continue;
      await this.episodes.save(tx, moved(episode, stopped(statedIn(episode)), at));
    }
  }

  private async followTeam(tx: Transaction, { planId, patientId, team }: Published): Promise<void> {
    for (const member of team) {
      if (member.role === 'behavioral-health') await this.team.keep(tx, { ...member, planId, patientId });
    }
  }
}

const stopped = (statement: Statement): Statement => ({ ...statement, status: 'stopped' });
const statedIn = (episode: StoredEpisode): Statement => ({
  status: episode.statedStatus,
  clearance: episode.statedClearance,
});

const opened = (
  { planId, patientId, publishedAt }: Published,
  item: Behavioral,
  statement: Statement,
): StoredEpisode => ({
  id: randomUUID(),
  planId,
  patientId,
  itemId: item.id,
  kind: item.kind,
  state: statement.status,
  clearance: statement.clearance,
  statedStatus: statement.status,
  statedClearance: statement.clearance,
  requestedAt: new Date(publishedAt),
  changedAt: new Date(publishedAt),
});

function moved(episode: StoredEpisode, now: Statement, at: Date): StoredEpisode {
  const before = statedIn(episode);
  const standing = followPlan(episode, before, now);
  const isChanged = standing.state !== episode.state || standing.clearance !== episode.clearance;
  const isAskedAnew = now.status === 'requested' && before.status !== 'requested';
  return {
    ...episode,
    ...standing,
    statedStatus: now.status,
    statedClearance: now.clearance,
    requestedAt: isAskedAnew ? at : episode.requestedAt,
    changedAt: isChanged ? at : episode.changedAt,
  };
}
