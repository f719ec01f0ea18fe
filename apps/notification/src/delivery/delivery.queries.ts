import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { instant, type Delivery, type DeliveryQuery, type Page } from '#contracts';
import { encodeCursor, type User, readCursor } from '#platform';

interface Row {
  id: string;
  handoff_id: string;
  partner_id: string;
  kind: Delivery['kind'];
  channel: Delivery['channel'];
  state: Delivery['state'];
  attempts: { at: string; outcome: string }[];
  created_at: Date;
}

@Injectable()
export class DeliveryQueries {
  constructor(private readonly database: DataSource) {}

  /** Newest first. A partner organization sees its own deliveries only; asking for another's finds nothing. */
  async list(reader: User, search: DeliveryQuery): Promise<Page<Delivery>> {
    const after = readCursor(search.cursor, z.tuple([instant, z.uuid()]));
    const rows = await this.database.query<Row[]>(
      `select id, handoff_id, partner_id, kind, channel, state, created_at,
              coalesce((select jsonb_agg(jsonb_build_object('at', at, 'outcome', outcome) order by number)
                          from delivery_attempt where delivery_id = delivery.id), '[]') as attempts
         from delivery
        where ($1::uuid is null or handoff_id = $1)
          and ($2::text is null or partner_id = $2)
          and ($3::text is null or partner_id = $3)
          and ($4::timestamptz is null or (created_at, id) < ($4, $5::uuid))
        order by created_at desc, id desc limit $6`,
      [
        search.handoff ?? null,
        search.partner ?? null,
        reader.role === 'partner' ? (reader.partnerId ?? '') : null,
        after?.[0] ?? null,
        after?.[1] ?? null,
        search.limit + 1,
      ],
    );
    const items = rows.slice(0, search.limit).map(toDelivery);
    const last = items.at(-1);
    return { items, next: rows.length > search.limit && last ? encodeCursor([last.createdAt, last.id]) : null };
  }
}

const toDelivery = (row: Row): Delivery => ({
  id: row.id,
  handoffId: row.handoff_id,
  partnerId: row.partner_id,
  kind: row.kind,
  channel: row.channel,
  state: row.state,
  attempts: row.attempts.map(({ at, outcome }) => ({ at: new Date(at).toISOString(), outcome })),
  createdAt: row.created_at.toISOString(),
});
