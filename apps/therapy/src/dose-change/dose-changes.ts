import { Injectable } from '@nestjs/common';
import type { EventData, planPublished, Rehab } from '#contracts';
import { Outbox } from '#messaging';
import type { Transaction } from '#platform';
import { answeredEvent } from './dose-change.events.js';
import { type Answer, DoseChangeRepository, type DoseChangeRow } from './dose-change.repository.js';
import { changesPrescription } from './dose-words.js';

/** How a request for another dose ends by itself. Each end is told as `therapy.dose-change-answered`. */
@Injectable()
export class DoseChanges {
  constructor(
    private readonly requests: DoseChangeRepository,
    private readonly outbox: Outbox,
  ) {}

  /** A version that changes what is prescribed is the answer. */
  async versionCame(
    tx: Transaction,
    { episode, item, isOver }: { episode: { id: string; prescription: Rehab }; item: Rehab; isOver: boolean },
    { version, publishedAt, author }: EventData<typeof planPublished>,
  ): Promise<void> {
    const at = new Date(publishedAt);
    if (isOver) return this.courseEnded(tx, episode.id, at);
    if (!changesPrescription(episode.prescription, item)) return;
    await this.close(tx, await this.requests.openOf(tx, episode.id), 'answered', {
      byVersion: version,
      reply: null,
      at,
      by: author,
    });
  }

  /** The course, or this clinic's part in it, is over: nobody waits any more. */
  async courseEnded(tx: Transaction, episodeId: string, at: Date): Promise<void> {
    const nobody = { byVersion: null, reply: null, at, by: null };
    await this.close(tx, await this.requests.openOf(tx, episodeId), 'course-ended', nobody);
  }

  async close(
    tx: Transaction,
    request: DoseChangeRow | null,
    state: 'answered' | 'course-ended',
    answer: Answer,
  ): Promise<void> {
    if (!request) return;
    await this.requests.close(tx, request.id, state, answer);
    await this.outbox.append(tx, answeredEvent(request, answer));
  }
}
