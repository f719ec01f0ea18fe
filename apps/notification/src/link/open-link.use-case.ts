import { Injectable } from '@nestjs/common';
import { DomainError, type LinkPass, type SignAs } from '#contracts';
import { auditedAs, Clock, Settings, signGuestToken, type Transaction, type User } from '#platform';
import { PartnerRepository } from '../partner/partner.repository.js';
import { NotificationSettings } from '../notification.settings.js';
import { LinkRepository, type StoredLink } from './link.repository.js';
import { isVisitOpen, requireReady, visitMinutes } from './link.states.js';

/** Somebody without an account comes in by a link (once), and later says who they are. */
@Injectable()
export class OpenLink {
  constructor(
    private readonly links: LinkRepository,
    private readonly partners: PartnerRepository,
    private readonly own: NotificationSettings,
    private readonly settings: Settings,
    private readonly clock: Clock,
  ) {}

  /** Throws `not-found` for a token that never was, `gone` (with the `state`) for one that leads nowhere any more. */
  async execute(tx: Transaction, token: string): Promise<LinkPass> {
    const link = await this.links.lockByToken(tx, token);
    const now = this.clock.now();
    requireReady(link, now);
    await this.links.open(tx, link.id, now);
    const name = `Somebody at ${(await this.partners.find(tx, link.partnerId))?.name ?? link.partnerId}`;
    const { id: linkId, handoffId, partnerId } = link;
    auditedAs({ sub: `guest:${linkId}`, name, role: 'partner', partnerId, guest: { handoffId, linkId } });
    return this.passFor({ ...link, openedAt: now }, name, now);
  }

  /** Throws `gone` when the visit is over or the link was closed meanwhile. */
  async sign(tx: Transaction, user: User, { name, function: job }: SignAs): Promise<LinkPass> {
    const link = await this.visited(tx, user);
    return this.passFor(link, job ? `${name}, ${job}` : name, this.clock.now());
  }

  /** The link of somebody who is here by it. Throws `gone`. */
  async visited(tx: Transaction, user: User): Promise<StoredLink> {
    if (!user.guest) throw new DomainError('not-found', 'There is no such visit.');
    const link = await this.links.find(tx, user.guest.linkId);
    if (!isVisitOpen(link, this.clock.now())) {
      throw new DomainError('gone', 'This visit is over.', [], { state: link.closedAs ?? 'used' });
    }
    return link;
  }

  private async passFor(link: StoredLink, name: string, now: Date): Promise<LinkPass> {
    const { guestPrivateKey } = this.own;
    if (guestPrivateKey === null) throw new DomainError('gone', 'This installation gives out no links.');
    const visitEnd = (link.openedAt ?? now).getTime() + visitMinutes * 60_000;
    const seconds = Math.max(1, Math.round((visitEnd - now.getTime()) / 1000));
    const pass = await signGuestToken(
      { linkId: link.id, handoffId: link.handoffId, partnerId: link.partnerId, name },
      { privateKeyPem: guestPrivateKey, audience: this.settings.oidcAudience, seconds },
    );
    return { pass, handoffId: link.handoffId, seconds };
  }
}
