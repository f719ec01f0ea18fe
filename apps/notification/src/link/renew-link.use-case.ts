import { Injectable } from '@nestjs/common';
import { Clock, type Transaction } from '#platform';
import { RenewDelivery } from '../delivery/renew-delivery.use-case.js';
import { LinkRepository, type StoredLink } from './link.repository.js';

const mostPerDay = 5;
const dayMs = 86_400_000;

/**
 * Whoever holds an old link may have a fresh one sent, to the address in the directory only: the old link alone shows nothing. Quiet
 * about everything, so that nobody learns from it what became of a request. At most five a day for one handoff.
 */
@Injectable()
export class RenewLink {
  constructor(
    private readonly links: LinkRepository,
    private readonly renewDelivery: RenewDelivery,
    private readonly clock: Clock,
  ) {}

  async execute(tx: Transaction, token: string): Promise<void> {
    const newest = await this.newest(tx, await this.links.lockByToken(tx, token));
    if (newest.closedAs === 'withdrawn' || newest.closedAs === 'revoked') return;
    const sinceYesterday = this.clock.now().getTime() - dayMs;
    const siblings = await this.links.ofHandoff(tx, newest.handoffId);
    if (siblings.filter(({ issuedAt }) => issuedAt.getTime() > sinceYesterday).length > mostPerDay) return;
    await this.renewDelivery.execute(tx, newest.handoffId);
  }

  /** Of whatever handoff took the old one's place. */
  private async newest(tx: Transaction, old: StoredLink): Promise<StoredLink> {
    let link = old;
    for (;;) {
      const next = link.nextHandoffId ? (await this.links.ofHandoff(tx, link.nextHandoffId))[0] : undefined;
      if (!next) return (await this.links.ofHandoff(tx, link.handoffId))[0] ?? link;
      link = next;
    }
  }
}
