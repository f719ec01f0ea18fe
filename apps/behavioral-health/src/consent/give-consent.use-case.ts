import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DomainError, type FieldError, type GiveConsent as Given } from '#contracts';
import { Outbox } from '#messaging';
import { Clock, type Transaction, type User } from '#platform';
import { Timers } from '#timers';
import { PartnerCopies } from '../directory/partner-copy.repository.js';
import { Vault } from '../vault/vault.js';
import { consentChangedEvent } from './consent.events.js';
import { ConsentRepository } from './consent.repository.js';
import { expiryTimer, expiryKey } from './expiry-timers.controller.js';

interface Command extends Given {
  patientId: string;
  planId: string;
  user: User;
}

/** The patient allows something to leave, and somebody records it. `behavioral-health.consent-changed` follows, and again at its end. */
@Injectable()
export class GiveConsent {
  constructor(
    private readonly consents: ConsentRepository,
    private readonly partners: PartnerCopies,
    private readonly vault: Vault,
    private readonly timers: Timers,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  async execute(tx: Transaction, command: Command): Promise<{ id: string }> {
    const { patientId, planId, recipient, method, textVersion, user } = command;
    const now = this.clock.now();
    const [from, until] = [new Date(command.from ?? now), new Date(command.until)];
    const isKnown = (await this.partners.find(tx, recipient))?.active ?? false;
    refuse([
      ...(isKnown ? [] : [{ path: 'recipient', message: 'no such organization in the directory' }]),
      ...(until > from && until > now ? [] : [{ path: 'until', message: 'must lie after its beginning, and ahead' }]),
      ...(command.what.includes('part2') && method === 'verbal'
        ? [{ path: 'method', message: 'a Part 2 consent is given in writing' }]
        : []),
    ]);
    const id = randomUUID();
    const what = [...new Set(command.what)];
    const recorded = { recordedBy: user.name, recordedAt: now, revokedAt: null, revokedBy: null };
    await this.consents.add(tx, {
      id,
      patientId,
      planId,
      recipient,
      what,
      from,
      until,
      method,
      textVersion,
      ...recorded,
    });
    await this.vault.put(tx, { id, patientId, what: 'consent-purpose' }, command.purpose);
    await this.timers.set(tx, {
      key: expiryKey(id),
      kind: expiryTimer,
      subject: patientId,
      planId,
      dueAt: until,
      data: { id },
    });
    await this.outbox.append(tx, consentChangedEvent({ id, patientId, recipient }, 'granted', now));
    return { id };
  }
}

function refuse(errors: FieldError[]): void {
  if (errors.length > 0) throw new DomainError('invalid-input', 'This consent cannot be recorded.', errors);
}
