import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import type { PartnerSnapshot, UpdatePartner as Changes } from '#contracts';
import { Outbox } from '#messaging';
import { Clock, type Transaction } from '#platform';
import { requireOpeningHours } from './opening-hours.js';
import { partnerSnapshotEvent } from './partner.events.js';
import { PartnerRepository } from './partner.repository.js';

/**
 * An administrator or coordinator changes name, roles, calendar or state of an organization. The revision grows and
 * `partner.updated` follows with the whole snapshot; a change that changes nothing is told to nobody.
 */
@Injectable()
export class UpdatePartner {
  constructor(
    private readonly partners: PartnerRepository,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  async execute(
    tx: Transaction,
    { partnerId, changes }: { partnerId: string; changes: Changes },
  ): Promise<PartnerSnapshot> {
    const current = await this.partners.lock(tx, partnerId);
    const wanted: PartnerSnapshot = {
      ...current,
      name: changes.name ?? current.name,
      roles: changes.roles ?? current.roles,
      calendar: changes.calendar ?? current.calendar,
      active: changes.active ?? current.active,
    };
    requireOpeningHours(wanted.calendar);
    if (isDeepStrictEqual(wanted, current)) return current;
    const now = this.clock.now();
    const updated = { ...wanted, revision: current.revision + 1 };
    await this.partners.save(tx, updated, now);
    await this.outbox.append(tx, partnerSnapshotEvent(updated, now, now));
    return updated;
  }
}
