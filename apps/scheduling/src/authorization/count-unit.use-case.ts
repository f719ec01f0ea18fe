import { Injectable } from '@nestjs/common';
import { Outbox } from '#messaging';
import type { Transaction } from '#platform';
import { AuthorizationClocks } from './authorization-clocks.js';
import { isRunningOut } from './authorization-coverage.js';
import { authorizationExpiringEvent } from './authorization.events.js';
import { AuthorizationRepository } from './authorization.repository.js';

/** What took place uses up a unit of its permission. Told before the last one that is covered, and when none is left. */
@Injectable()
export class CountUnit {
  constructor(
    private readonly authorizations: AuthorizationRepository,
    private readonly clocks: AuthorizationClocks,
    private readonly outbox: Outbox,
  ) {}

  async execute(tx: Transaction, item: { planId: string; itemId: string }, now: Date): Promise<void> {
    const stands = await this.authorizations.ofItem(tx, item);
    if (stands?.state !== 'approved') return;
    const unitsUsed = stands.unitsUsed + 1;
    const { units } = stands;
    const isUsedUp = units !== null && unitsUsed >= units;
    const counted = { ...stands, unitsUsed, ...(isUsedUp ? { state: 'exhausted' as const, changedAt: now } : {}) };
    await this.authorizations.save(tx, counted);
    if (isUsedUp) await this.clocks.stop(tx, stands.id);
    if (!isUsedUp && !isRunningOut(units, unitsUsed)) return;
    const told = { expired: isUsedUp, unitsLeft: units === null ? null : units - unitsUsed };
    await this.outbox.append(tx, authorizationExpiringEvent(counted, told, now));
  }
}
