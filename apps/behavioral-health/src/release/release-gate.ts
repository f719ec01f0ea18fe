import { Injectable } from '@nestjs/common';
import { DomainError } from '#contracts';
import type { Transaction, User } from '#platform';
import { ConsentRepository } from '../consent/consent.repository.js';
import { verdictOn } from '../consent/consent.states.js';
import { PartnerCopies } from '../directory/partner-copy.repository.js';
import { ReleaseRepository, type ReleaseWithTerms } from './release.repository.js';

/** Who may stand before a release at all, and whether it opens now. */
@Injectable()
export class ReleaseGate {
  constructor(
    private readonly releases: ReleaseRepository,
    private readonly consentsOf: ConsentRepository,
    private readonly partners: PartnerCopies,
  ) {}

  /** Throws `not-found` for everybody but the recipient. */
  async pass(tx: Transaction, { releaseId, user, now }: { releaseId: string; user: User; now: Date }) {
    const release = await this.releases.find(tx, releaseId);
    const consent = release && (await this.consentsOf.read(tx, release.consentId));
    if (!release || !consent || release.state !== 'made' || !(await this.isRecipient(tx, release, user))) {
      throw new DomainError('not-found', 'There is no such release.');
    }
    const recipient = await this.partners.find(tx, release.recipient);
    return { release, consent, verdict: verdictOn(consent, release, { at: now, recipient }) };
  }

  private async isRecipient(tx: Transaction, { recipient }: ReleaseWithTerms, user: User): Promise<boolean> {
    if (user.role === 'partner') return user.partnerId === recipient;
    return user.role === 'physician' && (await this.partners.find(tx, recipient))?.kind === 'clinic';
  }
}
