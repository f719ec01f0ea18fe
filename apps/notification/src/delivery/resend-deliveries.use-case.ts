import { Injectable } from '@nestjs/common';
import { DomainError, type ResendDeliveries as Wanted } from '#contracts';
import { Clock, type Transaction } from '#platform';
import { EndpointRepository, type StoredEndpoint } from '../endpoint/endpoint.repository.js';
import { DeliverySteps } from './delivery-steps.js';
import { DeliveryRepository, type StoredDelivery } from './delivery.repository.js';
import { allowedIn } from './delivery.states.js';

/** A person sends again what did not arrive: the same message under the same id, so that whoever has it already sees a repetition. */
@Injectable()
export class ResendDeliveries {
  constructor(
    private readonly endpoints: EndpointRepository,
    private readonly deliveries: DeliveryRepository,
    private readonly steps: DeliverySteps,
    private readonly clock: Clock,
  ) {}

  async one(tx: Transaction, id: string): Promise<void> {
    const endpointId = await this.deliveries.endpointOf(tx, id);
    // Endpoints before deliveries, as everybody locks them.
    const endpoint = endpointId === null ? null : await this.endpoints.lock(tx, endpointId);
    const delivery = await this.deliveries.lock(tx, id);
    if (delivery === null) throw new DomainError('not-found', 'There is no such delivery.');
    requireWayOut(delivery, endpoint);
    const { state } = delivery;
    if ((await this.steps.queueAgain(tx, [delivery])) === 0) {
      throw new DomainError('illegal-transition', `A delivery that is ${state} is not sent again.`, [], {
        state,
        allowed: allowedIn(state),
      });
    }
    // A person asks for this try: it is the probe.
    if (endpoint?.openUntil) await this.endpoints.change(tx, endpoint.id, { openUntil: this.clock.now() });
  }

  /** All that failed or waits for its next try, of what was made since then; a dry run only counts it. */
  async since(tx: Transaction, { partner, since, dryRun }: Wanted): Promise<{ queued: number }> {
    let queued = 0;
    for (const endpoint of await this.endpoints.lockAllOfPartner(tx, partner)) {
      if (endpoint.state === 'disabled') continue;
      const undelivered = await this.deliveries.lockUndelivered(tx, endpoint.id, new Date(since));
      const wanted = undelivered.filter(hasContent);
      queued += dryRun ? wanted.length : await this.steps.queueAgain(tx, wanted);
    }
    return { queued };
  }
}

const hasContent = ({ channel, sealedBody }: StoredDelivery): boolean => channel !== 'webhook' || sealedBody !== null;

function requireWayOut(delivery: StoredDelivery, endpoint: StoredEndpoint | null): void {
  if (delivery.channel === 'inbox' || delivery.state === 'delivered' || delivery.state === 'cancelled') return;
  const refuse = (why: string, allowed: string[]): never => {
    throw new DomainError('illegal-transition', why, [], { state: delivery.state, allowed });
  };
  if (endpoint === null) refuse(`${delivery.partnerId} has no ${delivery.channel} endpoint any more.`, []);
  if (endpoint?.state === 'disabled') refuse('The endpoint is disabled: enable it, and this goes with it.', ['enable']);
  if (!hasContent(delivery)) refuse('It is too old: its content was dropped. The partner reads it in its inbox.', []);
}
