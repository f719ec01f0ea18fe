import { Injectable } from '@nestjs/common';
import type { Transaction } from '#platform';
import { HandoffLinks, type LinkedHandoff } from '../mail/handoff-links.js';
import { NotificationSettings } from '../notification.settings.js';
import { IssueLink } from './issue-link.use-case.js';

/** A mail about a handoff leads to the handoff itself, once and without an account; any other mail to the inbox. */
@Injectable()
export class GuestLinks extends HandoffLinks {
  constructor(
    private readonly issueLink: IssueLink,
    private readonly settings: NotificationSettings,
  ) {
    super();
  }

  override async urlFor(tx: Transaction, { deliveryId, handoffId, partnerId }: LinkedHandoff): Promise<string> {
    const inbox = `${this.settings.publicUrl}/inbox`;
    if (handoffId === null || this.settings.guestPrivateKey === null) return inbox;
    const [delivery] = await tx.query<{ kind: string; patient_id: string; due_at: Date }[]>(
      'select kind, patient_id, due_at from delivery where id = $1',
      [deliveryId],
    );
    if (delivery === undefined || delivery.kind === 'no-longer-needed') return inbox;
    const { patient_id: patientId, due_at: dueAt } = delivery;
    return this.issueLink.execute(tx, { handoffId, partnerId, patientId, dueAt });
  }
}
