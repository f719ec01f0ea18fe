import { Injectable } from '@nestjs/common';
import { DomainError } from '#contracts';
import { Outbox } from '#messaging';
import { Clock, type Transaction, type User } from '#platform';
import { Timers } from '#timers';
import { consentChangedEvent } from './consent.events.js';
import { ConsentRepository } from './consent.repository.js';
import { consentStateAt } from './consent.states.js';
import { expiryKey } from './expiry-timers.controller.js';

/** The patient takes it back: from here nothing more leaves. `behavioral-health.consent-changed` cancels what is still queued. */
@Injectable()
export class RevokeConsent {
  constructor(
    private readonly consents: ConsentRepository,
    private readonly timers: Timers,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  async execute(tx: Transaction, { consentId, user }: { consentId: string; user: User }): Promise<{ id: string }> {
    const consent = await this.consents.lock(tx, consentId);
    const now = this.clock.now();
    const state = consentStateAt(consent, now);
    if (state === 'revoked' || state === 'expired') {
      throw new DomainError('illegal-transition', `A consent that is ${state} cannot be taken back.`, [], {
        state,
        allowed: [],
      });
    }
    await this.consents.revoke(tx, consentId, { at: now, by: user.name });
    await this.timers.cancel(tx, expiryKey(consentId));
    await this.outbox.append(tx, consentChangedEvent(consent, 'revoked', now));
    return { id: consentId };
  }
}
