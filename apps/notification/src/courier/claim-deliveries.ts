import { Injectable } from '@nestjs/common';
import { Clock, type Transaction, Transactions } from '#platform';
import { DeliveryRepository, type StoredDelivery } from '../delivery/delivery.repository.js';
import { mostInFlight, roomOf } from '../endpoint/breaker.js';
import { EndpointRepository, type StoredEndpoint } from '../endpoint/endpoint.repository.js';
import type { Consignment } from './consignment.js';
import { TakeInHand } from './take-in-hand.js';

/** More than anybody reads in one mail. */
const mostInDigest = 200;

/** $1 is now. A lease that ran out belongs to an instance that is gone. */
const isDue = `((d.state in ('queued', 'retrying') and d.next_at <= $1)
             or (d.state = 'sending' and d.lease_until < clock_timestamp()))`;
/** Per patient and endpoint messages go in order; one that waits for the daily mail holds nothing up. */
const isFirst = `not exists (
  select from delivery b where b.endpoint_id = d.endpoint_id and b.patient_id = d.patient_id and b.number < d.number
     and (b.state in ('sending', 'retrying') or (b.state = 'queued' and not b.in_digest)))`;
const inFlight = `(select count(*) from delivery f where f.endpoint_id = e.id and f.state = 'sending'
                    and f.lease_until >= clock_timestamp())`;

/** Takes due messages in hand, one endpoint at a time: its row lock is what two instances meet at. */
@Injectable()
export class ClaimDeliveries {
  constructor(
    private readonly transactions: Transactions,
    private readonly endpoints: EndpointRepository,
    private readonly deliveries: DeliveryRepository,
    private readonly takeInHand: TakeInHand,
    private readonly clock: Clock,
  ) {}

  /** Null: nothing is due that may be sent now. Empty: something was, and is not any more. */
  next(): Promise<Consignment[] | null> {
    return this.transactions.run(async (tx) => {
      const now = this.clock.now();
      const endpoint = await this.endpointWithWork(tx, now);
      if (endpoint === null) return null;
      const claimed: Consignment[] = [];
      for (const group of await this.dueOf(tx, endpoint, now)) {
        const consignment = await this.takeInHand.execute(tx, endpoint, group);
        if (consignment !== null) claimed.push(consignment);
      }
      return claimed;
    });
  }

  private async endpointWithWork(tx: Transaction, now: Date): Promise<StoredEndpoint | null> {
    const [found] = await tx.query<{ id: string }[]>(
      `select e.id from endpoint e
        where e.state = 'active' and (e.open_until is null or e.open_until <= $1)
          and ${inFlight} < case when e.open_until is null then ${mostInFlight} else 1 end
          and exists (select from delivery d where d.endpoint_id = e.id and ${isDue} and ${isFirst})
        order by e.last_failed_at nulls first, e.id limit 1 for no key update of e skip locked`,
      [now],
    );
    return found ? this.endpoints.lock(tx, found.id) : null;
  }

  /** Looked for again under the endpoint's lock: between the first look and the lock another instance may have taken them. */
  private async dueOf(tx: Transaction, endpoint: StoredEndpoint, now: Date): Promise<StoredDelivery[][]> {
    const [{ count = 0 } = {}] = await tx.query<{ count: number }[]>(
      `select ${inFlight}::int as count from endpoint e where e.id = $1`,
      [endpoint.id],
    );
    const room = roomOf(endpoint, count, now);
    if (room === 0) return [];
    const ids = (isDigest: boolean, limit: number): Promise<{ id: string }[]> =>
      tx.query(
        `select d.id from delivery d where d.endpoint_id = $2 and d.in_digest = $3 and ${isDue} and ${isFirst}
          order by d.number limit $4 for update skip locked`,
        [now, endpoint.id, isDigest, limit],
      );
    const single = await this.deliveries.byIds(tx, await ids(false, room));
    if (single.length > 0) return single.map((delivery) => [delivery]);
    const digest = await this.deliveries.byIds(tx, await ids(true, mostInDigest));
    return digest.length === 0 ? [] : [digest];
  }
}
