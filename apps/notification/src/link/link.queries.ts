import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { DomainError, type HandoffLink, type LinkView, type LinkVisit } from '#contracts';
import { Clock, type Transaction } from '#platform';
import { hashOf, type StoredLink } from './link.repository.js';
import { type LinkState, stateOf } from './link.states.js';

interface Row {
  id: string;
  handoff_id: string;
  partner_id: string;
  due_at: Date;
  issued_at: Date;
  expires_at: Date;
  opened_at: Date | null;
  closed_as: 'superseded' | 'withdrawn' | 'revoked' | null;
}

interface ViewRow extends Row {
  sender: string | null;
  recipient: string;
  time_zone: string;
}

const clinicName = `(select name from partner where kind = 'clinic' order by partner_id limit 1)`;
const fallbackSender = 'The pain clinic';

@Injectable()
export class LinkQueries {
  constructor(
    private readonly database: DataSource,
    private readonly clock: Clock,
  ) {}

  /** Changes nothing, so that the scanners of mail programs may look as often as they like. Throws `not-found`. */
  async view(token: string): Promise<LinkView> {
    const [row] = await this.database.query<ViewRow[]>(
      `select link.*, partner.name as recipient, partner.calendar ->> 'timeZone' as time_zone,
              ${clinicName} as sender
         from handoff_link link join partner using (partner_id) where token_hash = $1`,
      [hashOf(token)],
    );
    if (!row) throw new DomainError('not-found', 'There is no such link.');
    return {
      state: this.stateOf(row),
      sender: row.sender ?? fallbackSender,
      recipient: row.recipient,
      dueAt: row.due_at.toISOString(),
      timeZone: row.time_zone,
      expiresAt: row.expires_at.toISOString(),
    };
  }

  /** Who is asked by whom, for somebody who is in. */
  async visit({ handoffId, partnerId }: StoredLink, from: Transaction): Promise<LinkVisit> {
    const [row] = await from.query<Pick<ViewRow, 'sender' | 'recipient' | 'time_zone'>[]>(
      `select name as recipient, calendar ->> 'timeZone' as time_zone, ${clinicName} as sender from partner where partner_id = $1`,
      [partnerId],
    );
    if (!row) throw new DomainError('not-found', 'There is no such link.');
    return { handoffId, sender: row.sender ?? fallbackSender, recipient: row.recipient, timeZone: row.time_zone };
  }

  /** Newest first. */
  async ofHandoff(handoffId: string, from: Transaction = this.database.manager): Promise<{ items: HandoffLink[] }> {
    const rows = await from.query<Row[]>(
      'select * from handoff_link where handoff_id = $1 order by issued_at desc, id',
      [handoffId],
    );
    return {
      items: rows.map((row) => ({
        id: row.id,
        handoffId: row.handoff_id,
        partnerId: row.partner_id,
        state: this.stateOf(row),
        issuedAt: row.issued_at.toISOString(),
        expiresAt: row.expires_at.toISOString(),
        openedAt: row.opened_at?.toISOString() ?? null,
      })),
    };
  }

  private stateOf({ expires_at: expiresAt, opened_at: openedAt, closed_as: closedAs }: Row): LinkState {
    return stateOf({ expiresAt, openedAt, closedAs }, this.clock.now());
  }
}
