import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EventData, planPublished, Rehab } from '#contracts';
import { Outbox } from '#messaging';
import type { Transaction } from '#platform';
import { DoseChanges } from '../dose-change/dose-changes.js';
import { CareTeamRepository } from './care-team.repository.js';
import { episodeOpenedEvent } from './episode.events.js';
import { EpisodeRepository, type StoredEpisode } from './episode.repository.js';
import { followPlan, stateStatedBy, type StatedState } from './episode.states.js';
import { PlanCopyRepository } from './plan-copy.repository.js';
import { TreatingClinic } from './treating-clinic.js';

type Published = EventData<typeof planPublished>;

/**
 * Follows `plan.published`: each rehab item of the document opens one episode or moves it, an item that is gone ends its
 * episode, and a revoked plan ends them all. Derived from the document alone, so a version taken twice or too late changes
 * nothing. `therapy.episode-opened` follows once for each item. A version that changes an item answers what therapy asked about its dose.
 */
@Injectable()
export class FollowPlanVersion {
  constructor(
    private readonly plans: PlanCopyRepository,
    private readonly episodes: EpisodeRepository,
    private readonly team: CareTeamRepository,
    private readonly clinics: TreatingClinic,
    private readonly doseChanges: DoseChanges,
    private readonly outbox: Outbox,
  ) {}

  async execute(tx: Transaction, published: Published): Promise<void> {
    const { planId, patientId, team, document } = published;
    await this.plans.lock(tx, planId);
    if (!(await this.plans.keep(tx, published))) return;
    for (const member of team) await this.team.keep(tx, { ...member, planId, patientId });

    const known = await this.episodes.ofPlan(tx, planId);
    const at = new Date(published.publishedAt);
    for (const item of document.rehab) {
      const stated = document.status === 'revoked' ? 'ended' : stateStatedBy(item);
      const episode = known.find(({ rehabItemId }) => rehabItemId === item.id);
      if (!episode) {
        await this.open(tx, opened(published, item, stated));
        continue;
      }
      await this.doseChanges.versionCame(tx, { episode, item, isOver: stated === 'ended' }, published);
      await this.episodes.save(tx, moved({ ...episode, ...prescribed(item) }, stated, at));
    }
    for (const episode of known.filter(({ rehabItemId }) => !document.rehab.some(({ id }) => id === rehabItemId))) {
      await this.doseChanges.courseEnded(tx, episode.id, at);
      await this.episodes.save(tx, moved(episode, 'ended', at));
    }
    await this.clinics.settle(tx, planId, at);
  }

  private async open(tx: Transaction, episode: StoredEpisode): Promise<void> {
    await this.episodes.save(tx, episode);
    await this.outbox.append(tx, episodeOpenedEvent(episode, episode.openedAt));
  }
}

const prescribed = (item: Rehab) => ({ discipline: item.discipline, prescription: item });

const opened = ({ planId, patientId, publishedAt }: Published, item: Rehab, stated: StatedState): StoredEpisode => ({
  id: randomUUID(),
  planId,
  patientId,
  rehabItemId: item.id,
  ...prescribed(item),
  state: stated,
  stated,
  visits: 0,
  summary: null,
  discharge: null,
  openedAt: new Date(publishedAt),
  changedAt: new Date(publishedAt),
});

function moved(episode: StoredEpisode, stated: StatedState, at: Date): StoredEpisode {
  const state = followPlan(episode.state, episode.stated, stated);
  return { ...episode, state, stated, changedAt: state === episode.state ? episode.changedAt : at };
}
