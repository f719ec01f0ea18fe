import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { DomainError, instant, type Delivery, type DeliveryQuery, type Page } from '#contracts';
import { encodeCursor, type Transaction, type User, readCursor } from '#platform';

interface StoredAttempt {
  at: string;
  outcome: string;
  status: number | null;
  durationMs: number | null;
  error: string | null;
  nextAt: string | null;
}

interface Row {
  id: string;
  handoff_id: string | null;
  release_id: string | null;
  partner_id: string;
  kind: Delivery['kind'];
  channel: Delivery['channel'];
  state: Delivery['state'];
  message_id: string;
  sequence: string | null;
  attempts: StoredAttempt[];
  next_at: Date | null;
  reason: string | null;
  created_at: Date;
}

const columns = `id, handoff_id, release_id, partner_id, kind, channel, state, message_id, sequence, next_at, reason, created_at,
  coalesce((select jsonb_agg(jsonb_build_object('at', at, 'outcome', outcome, 'status', status, 'durationMs', duration_ms,
                                                'error', error, 'nextAt', attempt.next_at) order by number)
              from delivery_attempt attempt where delivery_id = delivery.id), '[]') as attempts`;

const ownOf = (reader: User): string | null => (reader.role === 'partner' ? (reader.partnerId ?? '') : null);

@Injectable()
export class DeliveryQueries {
  constructor(private readonly database: DataSource) {}

  /** Newest first. A partner organization sees its own deliveries only; asking for another's finds nothing. */
  async list(reader: User, search: DeliveryQuery): Promise<Page<Delivery>> {
    const after = readCursor(search.cursor, z.tuple([instant, z.uuid()]));
    const rows = await this.database.query<Row[]>(
      `select ${columns} from delivery
        where ($1::uuid is null or handoff_id = $1)
          and ($2::text is null or partner_id = $2)
          and ($3::text is null or partner_id = $3)
          and ($4::timestamptz is null or (created_at, id) < ($4, $5::uuid))
          and ($6::text is null or state = $6)
          and ($7::text is null or channel = $7)
          and ($8::text is null or kind = $8)
          and ($9::timestamptz is null or created_at >= $9)
        order by created_at desc, id desc limit $10`,
      [
        search.handoff ?? null,
        search.partner ?? null,
        ownOf(reader),
        after?.[0] ?? null,
        after?.[1] ?? null,
        search.state ?? null,
        search.channel ?? null,
        search.kind ?? null,
        search.since ?? null,
        search.limit + 1,
      ],
    );
    const items = rows.slice(0, search.limit).map(toDelivery);
    const last = items.at(-1);
    return { items, next: rows.length > search.limit && last ? encodeCursor([last.createdAt, last.id]) : null };
  }

  /** What a partner's system was sent after a number, in order. A hole is what was never sent: there is none. */
  async catchUp(reader: User, { partner, after = 0, cursor, limit }: DeliveryQuery): Promise<Page<Delivery>> {
    const partnerId = ownOf(reader) ?? partner;
    if (partnerId === undefined) {
      throw new DomainError('invalid-input', 'Whose numbers?', [
        { path: 'partner', message: 'Required with `after`.' },
      ]);
    }
    const [from] = readCursor(cursor, z.tuple([z.number().int().min(0)])) ?? [after];
    const rows = await this.database.query<Row[]>(
      `select ${columns} from delivery where partner_id = $1 and sequence > $2 order by sequence limit $3`,
      [partnerId, from, limit + 1],
    );
    const items = rows.slice(0, limit).map(toDelivery);
    const last = items.at(-1)?.sequence ?? null;
    return { items, next: rows.length > limit && last !== null ? encodeCursor([last]) : null };
  }

  async get(reader: User, id: string, from: Transaction = this.database.manager): Promise<Delivery> {
    const [row] = await from.query<Row[]>(
      `select ${columns} from delivery where id = $1 and ($2::text is null or partner_id = $2)`,
      [id, ownOf(reader)],
    );
    if (!row) throw new DomainError('not-found', 'There is no such delivery.');
    return toDelivery(row);
  }
}

const toDelivery = (row: Row): Delivery => ({
  id: row.id,
  handoffId: row.handoff_id,
  releaseId: row.release_id,
  partnerId: row.partner_id,
  kind: row.kind,
  channel: row.channel,
  state: row.state,
  messageId: row.message_id,
  sequence: row.sequence === null ? null : Number(row.sequence),
  attempts: row.attempts.map(({ at, nextAt, ...how }) => ({ ...how, at: toIso(at), nextAt: nextAt && toIso(nextAt) })),
  nextAt: row.next_at?.toISOString() ?? null,
  reason: row.reason,
  createdAt: row.created_at.toISOString(),
});

const toIso = (instantOfDatabase: string): string => new Date(instantOfDatabase).toISOString();
