import { DomainError, type PartnerTurnaround } from '#contracts';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { DirectoryRepository } from '../projection/directory.repository.js';
import { type TimedStep, turnaroundOf } from './turnaround.js';

/** Older ones say little about a clinic of today. */
const newestReferrals = 200;

@Injectable()
export class TurnaroundQueries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly directory: DirectoryRepository,
  ) {}

  async ofPartner(partnerId: string): Promise<PartnerTurnaround> {
    const partner = await this.directory.partner(this.dataSource.manager, partnerId);
    if (!partner) throw new DomainError('not-found', 'There is no such partner.');
    const steps = await this.dataSource.query<TimedStep[]>(
      `select step.referral_id as "referralId", step.at, step.event, step.state, step.waiting_on as "waitingOn"
         from (select id from referral where partner_id = $1 and state <> 'entered-in-error'
                order by sent_at desc, id desc limit $2) recent
         join referral_step step on step.referral_id = recent.id order by step.number`,
      [partnerId, newestReferrals],
    );
    return turnaroundOf(partnerId, steps, partner.calendar);
  }
}
