import { businessHoursAfter, businessTimeBetween, sameDay } from '#clinical';
import { type BusinessCalendar, DomainError } from '#contracts';
import { Outbox } from '#messaging';
import { toActor, type Transaction, type User } from '#platform';
import { Injectable } from '@nestjs/common';
import { DirectoryRepository } from '../projection/directory.repository.js';
import { DeskWork } from '../work-item/desk-work.js';
import { contestAnswered } from './handoff.events.js';
import { HandoffRepository, type HandoffRow } from './handoff.repository.js';

const leastHours = 4;
const hourMs = 3_600_000;

/**
 * The plan's author answers a partner's objection by words instead of a version: the handoff is open again for acknowledgement, and the
 * time that the answer took is not the partner's. Told as `handoff.contest-answered`.
 */
@Injectable()
export class ReplyToContest {
  constructor(
    private readonly handoffs: HandoffRepository,
    private readonly directory: DirectoryRepository,
    private readonly desks: DeskWork,
    private readonly outbox: Outbox,
  ) {}

  async execute(
    tx: Transaction,
    { id, reply, user, now }: { id: string; reply: string; user: User; now: Date },
  ): Promise<void> {
    const handoff = await this.handoffs.lockFor(tx, id, user);
    const { contest, contestedAt, planId, partnerId } = handoff;
    if (contestedAt === null || contest === null) {
      if (contest?.answer?.reply === reply) return;
      const state = { state: handoff.status, allowed: [] };
      throw new DomainError('illegal-transition', 'Nothing is contested here.', [], state);
    }
    const partner = partnerId === null ? null : await this.directory.partner(tx, partnerId);
    const calendar = partner?.calendar ?? this.directory.defaultCalendar();
    const dueAt = dueAfterReply(handoff, contestedAt, now, calendar);
    const answer = { byVersion: null, reply, at: now.toISOString(), by: user.name };
    const closed = { contest: { ...contest, answer }, contestedAt: null, answerBy: null };
    await this.handoffs.change(tx, id, { ...closed, dueAt });
    const items = { planId, itemId: id, ruleIds: ['PH-14', 'PH-15', 'CO-20'], now };
    await this.desks.closeAboutItem(tx, { ...items, outcome: 'done' });
    const text = `Answered: ${reply}`;
    const line = { handoffId: id, at: now, kind: 'history', text, by: user.name, forPartner: true } as const;
    await this.handoffs.addEntries(tx, line);
    await this.outbox.append(tx, contestAnswered(handoff, { reply, by: toActor(user), dueAt }, now));
  }
}

/** What was left when the partner objected is left now, and half a day at the least; what is due the same day stays a matter of today. */
export function dueAfterReply(
  handoff: Pick<HandoffRow, 'urgency' | 'dueAt'>,
  contestedAt: Date,
  now: Date,
  calendar: BusinessCalendar,
): Date {
  const { urgency, dueAt } = handoff;
  if (urgency === 'same-day' || urgency === 'emergency') {
    const soonest = sameDay(now, calendar);
    return soonest > dueAt ? soonest : dueAt;
  }
  const left = businessTimeBetween(contestedAt, dueAt, calendar) / hourMs;
  return businessHoursAfter(now, Math.max(left, leastHours), calendar);
}
