import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { businessDaysAfter } from '#clinical';
import type { BreakGlass as Broken } from '#contracts';
import { Clock, type Transaction, type User } from '#platform';
import { PartnerCopies } from '../directory/partner-copy.repository.js';
import { Vault } from '../vault/vault.js';
import { glassMinutes, reviewBusinessDays } from './glass.states.js';

const minuteMs = 60_000;

/** A physician needs to know now and answers for it: an hour, one patient, on the privacy officer's list. Nobody else is told. */
@Injectable()
export class BreakGlass {
  constructor(
    private readonly vault: Vault,
    private readonly partners: PartnerCopies,
    private readonly clock: Clock,
  ) {}

  async execute(tx: Transaction, command: Broken & { patientId: string; user: User }): Promise<{ id: string }> {
    const { patientId, user, reason, emergency } = command;
    const id = randomUUID();
    const now = this.clock.now();
    const dueAt = businessDaysAfter(now, reviewBusinessDays, await this.partners.clinicCalendar(tx));
    await tx.query(
      `insert into glass_break (id, patient_id, by_sub, by_name, emergency, opened_at, closes_at, review_due_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [id, patientId, user.sub, user.name, emergency, now, new Date(now.getTime() + glassMinutes * minuteMs), dueAt],
    );
    await this.vault.put(tx, { id, patientId, what: 'glass-reason' }, reason);
    return { id };
  }
}
