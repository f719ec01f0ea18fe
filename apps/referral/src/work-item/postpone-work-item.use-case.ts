import { DomainError } from '#contracts';
import { Outbox } from '#messaging';
import { toActor, type Transaction, type User } from '#platform';
import { Injectable } from '@nestjs/common';
import { DirectoryRepository } from '../projection/directory.repository.js';
import { actedOn, requireAct } from './work-item.acts.js';
import { postponed } from './work-item.events.js';
import { WorkItemRepository } from './work-item.repository.js';

/** Not now: it is looked at again on a later day. What cannot wait cannot be put off. Told as `work-item.postponed`. */
@Injectable()
export class PostponeWorkItem {
  constructor(
    private readonly items: WorkItemRepository,
    private readonly directory: DirectoryRepository,
    private readonly outbox: Outbox,
  ) {}

  async execute(
    tx: Transaction,
    { id, user, now, until }: { id: string; user: User; now: Date; until: string | null },
  ): Promise<void> {
    const item = await this.items.find(tx, id);
    if (!item) throw new DomainError('not-found', 'There is no such work item.');
    requireAct(actedOn(item), user.role, 'postpone');
    const { timeZone } = await this.directory.clinicCalendar(tx);
    const today = now.toLocaleDateString('en-CA', { timeZone });
    if (until !== null && until <= today) {
      throw new DomainError('invalid-input', 'Work is put off to a later day.', [
        { path: 'until', message: `must be after today, ${today}` },
      ]);
    }
    if (item.laterUntil === until) return;
    await this.items.postpone(tx, id, until);
    await this.outbox.append(tx, postponed(item, until, toActor(user), now));
  }
}
