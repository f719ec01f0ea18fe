import { Injectable } from '@nestjs/common';
import { Outbox } from '#messaging';
import { Clock, type Transaction } from '#platform';
import { partnerSnapshotEvent } from './partner.events.js';
import { PartnerRepository } from './partner.repository.js';

/**
 * An administrator fills a new listener: every organization's snapshot is told again as it stands. Whoever knows it
 * already keeps what it has, because no revision grows.
 */
@Injectable()
export class AnnouncePartners {
  constructor(
    private readonly partners: PartnerRepository,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  async execute(tx: Transaction): Promise<{ announced: number }> {
    const now = this.clock.now();
    const partners = await this.partners.all(tx);
    await this.outbox.append(
      tx,
      ...partners.map(({ snapshot, changedAt }) => partnerSnapshotEvent(snapshot, changedAt, now)),
    );
    return { announced: partners.length };
  }
}
