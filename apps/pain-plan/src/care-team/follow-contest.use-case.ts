import { Injectable } from '@nestjs/common';
import type { EventData, handoffContestAnswered, handoffContested } from '#contracts';
import type { Transaction } from '#platform';
import { CareTeamRepository } from './care-team.repository.js';
import { HandoffCopyRepository } from './handoff-copy.repository.js';

/** A partner objects to what is asked, or its objection was answered: the ledger shows the member as contested meanwhile. No event follows. */
@Injectable()
export class FollowContest {
  constructor(
    private readonly handoffs: HandoffCopyRepository,
    private readonly team: CareTeamRepository,
  ) {}

  async contested(tx: Transaction, said: EventData<typeof handoffContested>): Promise<void> {
    const { kind, reason, possibleFrom, answerBy } = said;
    await this.handoffs.contest(tx, said.handoffId, { kind, reason, possibleFrom, answerBy });
    await this.team.heardFrom(tx, said.memberId, new Date(said.contestedAt));
  }

  async answered(tx: Transaction, { handoffId, dueAt }: EventData<typeof handoffContestAnswered>): Promise<void> {
    await this.handoffs.contest(tx, handoffId, null);
    if (dueAt !== undefined) await this.handoffs.postpone(tx, handoffId, new Date(dueAt));
  }
}
