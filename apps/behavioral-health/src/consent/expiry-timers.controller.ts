import { Controller } from '@nestjs/common';
import { Outbox } from '#messaging';
import { OnTimer, type DueTimer, type TimerContext } from '#timers';
import { consentChangedEvent } from './consent.events.js';
import { ConsentRepository } from './consent.repository.js';

export const expiryTimer = 'consent.expiry';
export const expiryKey = (consentId: string): string => `consent:${consentId}:expiry`;

/** Its end needs no timer to hold; the timer tells those who wait with something in the queue. */
@Controller()
export class ExpiryTimersController {
  constructor(
    private readonly consents: ConsentRepository,
    private readonly outbox: Outbox,
  ) {}

  @OnTimer(expiryTimer)
  async onExpiry({ data }: DueTimer, { tx, now }: TimerContext): Promise<void> {
    const consent = await this.consents.lock(tx, String(data['id']));
    if (consent.revokedAt !== null) return;
    await this.outbox.append(tx, consentChangedEvent(consent, 'expired', now));
  }
}
