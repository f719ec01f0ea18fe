import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DomainError, type RequestDoseChange as Request } from '#contracts';
import { Outbox } from '#messaging';
import { Clock, toActor, type Transaction, type User } from '#platform';
import { EpisodeRepository } from '../episode/episode.repository.js';
import { nextState } from '../episode/episode.states.js';
import { requestedEvent } from './dose-change.events.js';
import { DoseChangeRepository, type DoseChangeRow } from './dose-change.repository.js';
import { proposalText } from './dose-words.js';

/** The treating partner asks the physician for another dose: one question at a time. Told as `therapy.dose-change-requested`. */
@Injectable()
export class RequestDoseChange {
  constructor(
    private readonly episodes: EpisodeRepository,
    private readonly requests: DoseChangeRepository,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** The id of the request. */
  async execute(
    tx: Transaction,
    { episodeId, request, user }: { episodeId: string; request: Request; user: User },
  ): Promise<string> {
    const partnerId = user.partnerId ?? '';
    const episode = await this.episodes.lockFor(tx, episodeId, partnerId);
    nextState(episode.state, 'request-dose-change');
    const open = await this.requests.openOf(tx, episodeId);
    if (open) {
      throw new DomainError('already-exists', 'A request about this dose waits for its answer.', [], {
        doseChangeId: open.id,
      });
    }
    const row: DoseChangeRow = {
      id: randomUUID(),
      episode_id: episodeId,
      plan_id: episode.planId,
      patient_id: episode.patientId,
      discipline: episode.discipline,
      rehab_item_id: episode.rehabItemId,
      partner_id: partnerId,
      proposal: proposalText(request.proposal),
      reason: request.reason,
      state: 'open',
      requested_at: this.clock.now(),
      requested_by: toActor(user),
      answered_version: null,
      reply: null,
      answered_at: null,
      answered_by: null,
    };
    await this.requests.add(tx, row);
    await this.outbox.append(tx, requestedEvent(row));
    return row.id;
  }
}
