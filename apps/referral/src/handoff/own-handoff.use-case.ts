import type { Transaction, User } from '#platform';
import { Injectable } from '@nestjs/common';
import { HandoffRepository } from './handoff.repository.js';

/** A coordinator takes a handoff, gives it to a colleague or lets it go. The history keeps who had it. */
@Injectable()
export class OwnHandoff {
  constructor(private readonly handoffs: HandoffRepository) {}

  async execute(
    tx: Transaction,
    { id, owner, user, now }: { id: string; owner: string | null; user: User; now: Date },
  ): Promise<void> {
    // A version that supersedes this handoff at the same moment hands the owner on, so it must see it.
    const handoff = await this.handoffs.lockFor(tx, id, user);
    if (handoff.owner === owner) return;
    await this.handoffs.change(tx, id, { owner });
    const text = owner === null ? `No longer with ${handoff.owner ?? 'anybody'}.` : `Looked after by ${owner}.`;
    await this.handoffs.addEntries(tx, {
      handoffId: id,
      at: now,
      kind: 'history',
      text,
      by: user.name,
      forPartner: false,
    });
  }
}
