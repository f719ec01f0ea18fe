import { randomBytes, randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock, type Transaction } from '#platform';
import { NotificationSettings } from '../notification.settings.js';
import { hashOf, LinkRepository } from './link.repository.js';

export interface LinkedHandoff {
  handoffId: string;
  patientId: string;
  partnerId: string;
  dueAt: Date;
}

const tokenBytes = 32;
const dayMs = 86_400_000;

/**
 * A fresh way in for somebody without an account; earlier ones to the same handoff end. The address it answers exists only in the
 * message that carries it: here stands its hash.
 */
@Injectable()
export class IssueLink {
  constructor(
    private readonly links: LinkRepository,
    private readonly settings: NotificationSettings,
    private readonly clock: Clock,
  ) {}

  /** The whole address. */
  async execute(tx: Transaction, { handoffId, patientId, partnerId, dueAt }: LinkedHandoff): Promise<string> {
    const now = this.clock.now();
    await this.links.closeAll(tx, handoffId, 'superseded', now);
    const token = randomBytes(tokenBytes).toString('base64url');
    await this.links.add(tx, {
      id: randomUUID(),
      tokenHash: hashOf(token),
      handoffId,
      patientId,
      partnerId,
      dueAt,
      issuedAt: now,
      expiresAt: new Date(now.getTime() + this.settings.linkDays * dayMs),
      openedAt: null,
      closedAt: null,
      closedAs: null,
      nextHandoffId: null,
    });
    return `${this.settings.publicUrl}/r/${token}`;
  }
}
