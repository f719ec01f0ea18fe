import { Injectable } from '@nestjs/common';
import { Clock, type Transaction } from '#platform';
import { DeliverySteps } from '../delivery/delivery-steps.js';
import { DeliveryRepository } from '../delivery/delivery.repository.js';

/** How long what failed can still be sent again from here; after that the partner reads it in its inbox. */
const bodyDays = 30;
const msPerDay = 86_400_000;

/** Nothing lies around for ever: what no courier will take any more becomes a person's work, and what nobody may read any more is dropped. */
@Injectable()
export class CourierSweep {
  constructor(
    private readonly deliveries: DeliveryRepository,
    private readonly steps: DeliverySteps,
    private readonly clock: Clock,
  ) {}

  async execute(tx: Transaction): Promise<void> {
    const now = this.clock.now();
    await this.failStranded(tx, now);
    await tx.query(
      `update delivery set sealed_body = null where state = 'failed' and sealed_body is not null and settled_at < $1`,
      [new Date(now.getTime() - bodyDays * msPerDay)],
    );
  }

  /** In the hand of an instance that died while the endpoint was taken away; queued while it was disabled; or paused for longer than it may wait. */
  private async failStranded(tx: Transaction, now: Date): Promise<void> {
    const found = await tx.query<{ id: string; reason: 'endpoint-disabled' | 'retries-exhausted' }[]>(
      `select d.id, case when e.state = 'paused' then 'retries-exhausted' else 'endpoint-disabled' end as reason
         from delivery d left join endpoint e on e.id = d.endpoint_id
        where d.channel <> 'inbox'
          and ((d.state = 'sending' and d.lease_until < clock_timestamp() and (e.id is null or e.state = 'disabled'))
            or (d.state in ('queued', 'retrying') and (e.state = 'disabled' or (e.state = 'paused' and d.give_up_at <= $1))))
        order by d.number limit 100 for update of d skip locked`,
      [now],
    );
    for (const reason of ['endpoint-disabled', 'retries-exhausted'] as const) {
      const stranded = found.filter((one) => one.reason === reason);
      await this.steps.fail(tx, await this.deliveries.byIds(tx, stranded), reason);
    }
  }
}
