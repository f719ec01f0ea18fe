import { Injectable } from '@nestjs/common';
import type { VisitStanding } from '#clinical';
import { DomainError, type RecordTherapyVisit } from '#contracts';
import { Outbox } from '#messaging';
import { Clock, toActor, type Transaction, type User } from '#platform';
import { Paperwork } from '../paperwork/paperwork.js';
import { visitFlaggedEvent, visitRecordedEvent } from './episode.events.js';
import { EpisodeRepository } from './episode.repository.js';
import { nextState } from './episode.states.js';
import { VisitMoments } from './visit-moments.js';

/**
 * The treating partner records a visit; the visits of an episode are numbered. The note stays here, it is not told. A visit that took
 * place under a hold or restriction that the partner had not acknowledged is flagged; one under a hold of everything says why.
 */
@Injectable()
export class RecordVisit {
  constructor(
    private readonly episodes: EpisodeRepository,
    private readonly moments: VisitMoments,
    private readonly paperwork: Paperwork,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  async execute(
    tx: Transaction,
    { episodeId, visit, user }: { episodeId: string; visit: RecordTherapyVisit; user: User },
  ): Promise<void> {
    const partnerId = user.partnerId ?? '';
    const stands = await this.episodes.lockFor(tx, episodeId, partnerId);
    const time = this.clock.now();
    const episode = { ...stands, state: nextState(stands.state, 'record-visit'), visits: stands.visits + 1 };
    requirePast(visit, time);
    const moment = await this.moments.of(tx, stands, visit);
    requireReason(visit, moment.standing);

    const signature = { partnerId, by: toActor(user), time };
    const unacknowledged = moment.standing.unacknowledged.map(({ text, sinceVersion }) => ({ text, sinceVersion }));
    await this.episodes.save(tx, episode);
    await this.episodes.addVisit(tx, episode, { ...visit, planVersion: moment.planVersion, unacknowledged }, signature);
    const told = { visitedAt: visit.visitedAt, visitNumber: episode.visits };
    await this.outbox.append(tx, visitRecordedEvent(episode, told, signature));
    if (unacknowledged.length > 0 && moment.planVersion !== null) {
      const { planVersion, acknowledgedVersion } = moment;
      const flag = {
        ...told,
        planVersion,
        acknowledgedVersion,
        directives: unacknowledged,
        reason: visit.reason ?? null,
      };
      await this.outbox.append(tx, visitFlaggedEvent(episode, flag, signature));
    }
    await this.paperwork.settle(tx, episode.id);
  }
}

function requirePast({ visitedAt }: RecordTherapyVisit, now: Date): void {
  if (new Date(visitedAt) <= now) return;
  throw new DomainError('invalid-input', 'A visit that is recorded took place.', [
    { path: 'visitedAt', message: 'must not be in the future' },
  ]);
}

function requireReason({ reason }: RecordTherapyVisit, { against: [hold] }: VisitStanding): void {
  if (!hold || reason !== undefined) return;
  const message = `version ${hold.sinceVersion} says: ${hold.text} Say why the visit took place`;
  throw new DomainError('invalid-input', 'The plan held all treatment at that moment.', [{ path: 'reason', message }]);
}
