import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DomainError, type ConsentPart, type MakeRelease as Made } from '#contracts';
import { Outbox } from '#messaging';
import { Clock, type Transaction, type User } from '#platform';
import { ConsentRepository, type StoredConsent } from '../consent/consent.repository.js';
import { verdictOn } from '../consent/consent.states.js';
import { PartnerCopies } from '../directory/partner-copy.repository.js';
import { ReleaseContents } from './release-contents.js';
import { releaseMadeEvent, releaseWithheldEvent } from './release.events.js';
import { ReleaseRepository } from './release.repository.js';

/**
 * Something leaves for one organization, under the patient's consent, as it is now. `behavioral-health.release-made` says that there is
 * something to read. Where it cannot be said whether it may leave, it is withheld and a person is asked to look.
 */
@Injectable()
export class MakeRelease {
  constructor(
    private readonly consents: ConsentRepository,
    private readonly partners: PartnerCopies,
    private readonly releases: ReleaseRepository,
    private readonly contents: ReleaseContents,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  async execute(tx: Transaction, { consentId, what, user }: Made & { user: User }): Promise<{ id: string }> {
    const consent = await this.consents.lock(tx, consentId);
    const { patientId, recipient: to } = consent;
    const at = this.clock.now();
    const recipient = await this.partners.find(tx, to);
    const verdict = verdictOn(consent, { patientId, recipient: to, what }, { at, recipient });
    if (verdict === 'refused') throw refusal(what);
    const id = randomUUID();
    const isMade = verdict === 'permitted';
    const state = isMade ? 'made' : 'withheld';
    await this.releases.add(tx, {
      id,
      consentId,
      patientId,
      recipient: to,
      what,
      state,
      madeAt: at,
      madeBy: user.name,
    });
    if (isMade) await this.contents.keep(tx, { id, patientId, what, isForClinic: recipient?.kind === 'clinic' });
    await this.outbox.append(tx, this.news(consent, { id, isMade, at }));
    return { id };
  }

  private news(consent: StoredConsent, { id, isMade, at }: { id: string; isMade: boolean; at: Date }) {
    return isMade ? releaseMadeEvent(consent, id, at) : releaseWithheldEvent(consent, at);
  }
}

const refusal = (what: ConsentPart): DomainError =>
  new DomainError('forbidden', 'No consent in force opens this.', [
    { path: 'what', message: `${what} is not opened by this consent at this moment` },
  ]);
