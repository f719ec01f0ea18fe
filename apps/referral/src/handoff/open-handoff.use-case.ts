import type { Actor } from '#contracts';
import { Outbox } from '#messaging';
import { toActor, type Transaction, type User } from '#platform';
import { Injectable } from '@nestjs/common';
import { opened } from './handoff.events.js';
import { HandoffRepository } from './handoff.repository.js';

type Via = Parameters<typeof opened>[1];

/**
 * A person at the partner has the handoff before their eyes for the first time; told as `handoff.opened`. Not an acknowledgement, and a
 * program that fetches it opens nothing.
 */
@Injectable()
export class OpenHandoff {
  constructor(
    private readonly handoffs: HandoffRepository,
    private readonly outbox: Outbox,
  ) {}

  async execute(tx: Transaction, { id, user, now }: { id: string; user: User; now: Date }): Promise<void> {
    if (user.role !== 'partner' || user.machine) return;
    await this.handoffs.findFor(tx, id, user);
    await this.tell(tx, { id, via: user.guest ? 'link' : 'inbox', by: toActor(user), at: now });
  }

  /** The channel told us that it was opened there. */
  async byChannel(tx: Transaction, news: { id: string; via: Via; by: Actor; at: Date }): Promise<void> {
    await this.tell(tx, news);
  }

  private async tell(tx: Transaction, { id, via, by, at }: { id: string; via: Via; by: Actor; at: Date }) {
    if (!(await this.handoffs.markOpened(tx, id, at))) return;
    const handoff = await this.handoffs.find(tx, id);
    if (!handoff) return;
    const text = 'Opened by the partner.';
    await this.handoffs.addEntries(tx, { handoffId: id, at, kind: 'history', text, by: by.name, forPartner: true });
    await this.outbox.append(tx, opened(handoff, via, by, at));
  }
}
