import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { DomainError, type Endpoint } from '#contracts';
import { Clock, type Transaction } from '#platform';
import { stateOf } from './breaker.js';
import type { SealedSecret } from './endpoint.entity.js';

interface Row {
  id: string;
  partner_id: string;
  kind: Endpoint['kind'];
  address: string;
  state: Endpoint['state'];
  reason: string | null;
  secrets: SealedSecret[];
  failures: number;
  open_until: Date | null;
  last_delivered_at: Date | null;
  last_failed_at: Date | null;
  last_error: string | null;
  created_at: Date;
  pending: number;
  failed: number;
}

@Injectable()
export class EndpointQueries {
  constructor(
    private readonly database: DataSource,
    private readonly clock: Clock,
  ) {}

  async ofPartner(partnerId: string): Promise<Endpoint[]> {
    const [known] = await this.database.query<unknown[]>('select from partner where partner_id = $1', [partnerId]);
    if (!known) throw new DomainError('not-found', 'There is no such partner.');
    return this.find({ partnerId, id: null }, this.database.manager);
  }

  everybodys(): Promise<Endpoint[]> {
    return this.find({ partnerId: null, id: null }, this.database.manager);
  }

  async get(tx: Transaction, partnerId: string, id: string): Promise<Endpoint> {
    const [endpoint] = await this.find({ partnerId, id }, tx);
    if (!endpoint) throw new DomainError('not-found', 'There is no such endpoint.');
    return endpoint;
  }

  private async find(at: { partnerId: string | null; id: string | null }, from: Transaction): Promise<Endpoint[]> {
    const rows = await from.query<Row[]>(
      `select e.*,
              (select count(*)::int from delivery d
                where d.endpoint_id = e.id and d.state in ('queued', 'sending', 'retrying')) as pending,
              (select count(*)::int from delivery d where d.endpoint_id = e.id and d.state = 'failed') as failed
         from endpoint e
        where ($1::text is null or partner_id = $1) and ($2::uuid is null or id = $2) order by partner_id, kind`,
      [at.partnerId, at.id],
    );
    return rows.map((row) => this.toEndpoint(row));
  }

  private toEndpoint(row: Row): Endpoint {
    const now = this.clock.now();
    const signing = row.secrets.filter(({ until }) => until === null || new Date(until) > now);
    return {
      id: row.id,
      partnerId: row.partner_id,
      kind: row.kind,
      address: row.address,
      state: row.state,
      reason: row.reason,
      secrets: signing.map(({ until }) => ({ until })),
      health: {
        breaker: stateOf({ failures: row.failures, openUntil: row.open_until }, now),
        failuresInARow: row.failures,
        openUntil: row.open_until?.toISOString() ?? null,
        lastDeliveredAt: row.last_delivered_at?.toISOString() ?? null,
        lastFailedAt: row.last_failed_at?.toISOString() ?? null,
        lastError: row.last_error,
        pending: row.pending,
        failed: row.failed,
      },
      createdAt: row.created_at.toISOString(),
    };
  }
}
