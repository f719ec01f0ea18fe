import { type Transaction } from '#platform';
import { Timers } from '#timers';
import { Injectable } from '@nestjs/common';
import { DateTime } from 'luxon';
import { DirectoryRepository } from '../projection/directory.repository.js';

export const chaseTimer = 'handoff.chase';
export const contestTimer = 'handoff.contest-unanswered';

interface Listed {
  id: string;
  planId: string;
  patientId: string;
  status: string;
  asleep: boolean;
  chaseOn: string | null;
  answerBy: Date | null;
}

const chaseKey = ({ id }: Listed): string => `chase:${id}`;
const contestKey = ({ id }: Listed): string => `contest:${id}`;

/** A row's own moments: it wakes on its chase date when the clinic opens, and an objection that nobody answered is brought up. */
@Injectable()
export class ListClocks {
  constructor(
    private readonly directory: DirectoryRepository,
    private readonly timers: Timers,
  ) {}

  /** The timers are what the row says; whoever changes the row calls this and need not think of them. */
  async follow(tx: Transaction, listed: Listed): Promise<void> {
    const isWaiting = listed.status === 'open' || listed.status === 'unassigned';
    const about = { subject: listed.patientId, planId: listed.planId, data: { id: listed.id } };
    if (isWaiting && listed.asleep && listed.chaseOn !== null) {
      const dueAt = await this.wakesAt(tx, listed.chaseOn);
      await this.timers.set(tx, { key: chaseKey(listed), kind: chaseTimer, dueAt, ...about });
    } else await this.timers.cancel(tx, chaseKey(listed));
    if (isWaiting && listed.answerBy !== null) {
      await this.timers.set(tx, { key: contestKey(listed), kind: contestTimer, dueAt: listed.answerBy, ...about });
    } else await this.timers.cancel(tx, contestKey(listed));
  }

  /** Opening time of the clinic on that day. */
  async wakesAt(tx: Transaction, day: string): Promise<Date> {
    const { timeZone, opens } = await this.directory.clinicCalendar(tx);
    return DateTime.fromISO(`${day}T${opens}`, { zone: timeZone }).toJSDate();
  }
}
