import { Outbox } from '#messaging';
import type { Transaction, User } from '#platform';
import { Injectable } from '@nestjs/common';
import { marked } from './handoff.events.js';
import { HandoffRepository } from './handoff.repository.js';

/** A coordinator writes down what partners must not read: a call, an agreement. Kept with the handoff and its successors. */
@Injectable()
export class NoteHandoff {
  constructor(
    private readonly handoffs: HandoffRepository,
    private readonly outbox: Outbox,
  ) {}

  async execute(
    tx: Transaction,
    { id, text, user, now }: { id: string; text: string; user: User; now: Date },
  ): Promise<void> {
    const handoff = await this.handoffs.findFor(tx, id, user);
    await this.handoffs.addEntries(tx, {
      handoffId: handoff.id,
      at: now,
      kind: 'note',
      text,
      by: user.name,
      forPartner: false,
    });
    await this.outbox.append(tx, marked(handoff, now));
  }
}
