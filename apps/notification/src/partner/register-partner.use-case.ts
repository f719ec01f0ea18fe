import { Injectable } from '@nestjs/common';
import { DomainError, type Partner, type RegisterPartner as Registration } from '#contracts';
import { Outbox } from '#messaging';
import { Clock, type Transaction } from '#platform';
import { requireOpeningHours } from './opening-hours.js';
import { requireAbsencesInOrder } from './absences.js';
import { noPreferences, snapshotOf } from './partner-snapshot.js';
import { slugOf } from './partner-slug.js';
import { partnerSnapshotEvent } from './partner.events.js';
import { PartnerRepository } from './partner.repository.js';

/**
 * An administrator or coordinator enters an organization in the directory. Its id is readable, unique and never changes,
 * because tokens and other services' records carry it. `partner.registered` follows.
 */
@Injectable()
export class RegisterPartner {
  constructor(
    private readonly partners: PartnerRepository,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  async execute(tx: Transaction, { partnerId, ...facts }: Registration): Promise<Partner> {
    requireOpeningHours(facts.calendar);
    requireAbsencesInOrder(facts.absences);
    const now = this.clock.now();
    const partner: Partner = {
      partnerId: partnerId ?? drawId(facts.name),
      ...facts,
      people: facts.people ?? [],
      preferences: facts.preferences ?? noPreferences,
      active: true,
      revision: 1,
    };
    if (!(await this.partners.add(tx, partner, now))) {
      throw new DomainError('already-exists', `The partner id ${partner.partnerId} is taken.`, [
        { path: 'partnerId', message: 'is taken' },
      ]);
    }
    await this.outbox.append(tx, partnerSnapshotEvent(snapshotOf(partner), now, now));
    return partner;
  }
}

function drawId(name: string): string {
  const slug = slugOf(name);
  if (slug !== '') return slug;
  throw new DomainError('invalid-input', 'No partner id can be drawn from this name.', [
    { path: 'partnerId', message: 'is required when the name has no Latin letter or digit' },
  ]);
}
