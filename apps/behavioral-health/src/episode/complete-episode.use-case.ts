import { Injectable } from '@nestjs/common';
import { DomainError, type BehavioralEpisode, type BehavioralEpisodeMove } from '#contracts';
import { Outbox } from '#messaging';
import { Clock, toActor, type Transaction, type User } from '#platform';
import { Vault } from '../vault/vault.js';
import { episodeCompletedEvent } from './episode.events.js';
import { EpisodeRepository } from './episode.repository.js';
import { nextState } from './episode.states.js';

type Command = BehavioralEpisodeMove & { episodeId: string; user: User };

/**
 * The treating partner says that the episode ended; a pre-implant evaluation ends with cleared or not cleared.
 * `behavioral-health.episode-completed` follows, without the reason: that stays here, for physicians alone.
 */
@Injectable()
export class CompleteEpisode {
  constructor(
    private readonly episodes: EpisodeRepository,
    private readonly vault: Vault,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  async execute(tx: Transaction, { episodeId, clearance, reason, user }: Command): Promise<void> {
    const episode = await this.episodes.lockFor(tx, episodeId, user.partnerId);
    const state = nextState(episode.state, 'complete');
    const answer = requireFitting(episode.kind, clearance, reason);
    const now = this.clock.now();
    await this.episodes.save(tx, { ...episode, state, clearance: answer, changedAt: now });
    if (reason !== undefined) {
      await this.vault.put(tx, { id: episode.id, patientId: episode.patientId, what: 'clearance-reason' }, reason);
    }
    await this.outbox.append(tx, episodeCompletedEvent(episode, answer, toActor(user), now));
  }
}

type Answer = NonNullable<BehavioralEpisodeMove['clearance']>;

function requireFitting(
  kind: BehavioralEpisode['kind'],
  clearance: Answer | undefined,
  reason: string | undefined,
): Answer | null {
  const isEvaluation = kind === 'pre-implant-evaluation';
  if (isEvaluation !== (clearance !== undefined)) {
    const message = isEvaluation ? 'is required to complete a pre-implant evaluation' : `has no meaning for ${kind}`;
    throw unfitting(kind, 'clearance', message);
  }
  if ((clearance === 'not-cleared') !== (reason !== undefined)) {
    const message = clearance === 'not-cleared' ? 'is required: the physician has to go on' : 'belongs to not cleared';
    throw unfitting(kind, 'reason', message);
  }
  return clearance ?? null;
}

const unfitting = (kind: string, path: string, message: string): DomainError =>
  new DomainError('invalid-input', `The answer does not fit an episode of ${kind}.`, [{ path, message }]);
