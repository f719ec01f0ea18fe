import { Injectable } from '@nestjs/common';
import { DomainError } from '#contracts';
import type { Transaction, User } from '#platform';
import { StandingQueries } from '../access/standing.queries.js';
import { ConsentRepository } from '../consent/consent.repository.js';

/** Only who treats the patient releases anything of him. */
@Injectable()
export class ReleaseRights {
  constructor(
    private readonly standings: StandingQueries,
    private readonly consents: ConsentRepository,
  ) {}

  async require(tx: Transaction, user: User, consentId: string): Promise<void> {
    const consent = await this.consents.read(tx, consentId);
    const planId = consent && (await this.standings.planTreatedBy(tx, user.partnerId, consent.patientId));
    if (planId === null) throw new DomainError('not-found', 'There is no such consent.');
  }
}
