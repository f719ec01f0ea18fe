import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DomainError, type RegisterEndpoint as Registration } from '#contracts';
import { Clock, type Transaction } from '#platform';
import { newSecret } from '../courier/webhook-signature.js';
import { DeliverySteps } from '../delivery/delivery-steps.js';
import { DeliveryRepository } from '../delivery/delivery.repository.js';
import { PartnerRepository } from '../partner/partner.repository.js';
import { Sealer } from '../sealer.js';
import { closedBreaker } from './breaker.js';
import { EndpointRepository } from './endpoint.repository.js';

/**
 * An organization gets a webhook or a mail address: one of each kind. What failed for want of it is sent now. Returns the secret of a
 * webhook, which is shown this once.
 */
@Injectable()
export class RegisterEndpoint {
  constructor(
    private readonly partners: PartnerRepository,
    private readonly endpoints: EndpointRepository,
    private readonly deliveries: DeliveryRepository,
    private readonly steps: DeliverySteps,
    private readonly sealer: Sealer,
    private readonly clock: Clock,
  ) {}

  async execute(
    tx: Transaction,
    { partnerId, wanted }: { partnerId: string; wanted: Registration },
  ): Promise<{ id: string; secret: string | null }> {
    if ((await this.partners.find(tx, partnerId)) === null) {
      throw new DomainError('not-found', 'There is no such partner.');
    }
    const id = randomUUID();
    const { kind } = wanted;
    const secret = kind === 'webhook' ? newSecret() : null;
    const added = await this.endpoints.add(tx, {
      ...{ id, partnerId, kind, address: kind === 'webhook' ? wanted.url : wanted.address, state: 'active' },
      ...{ reason: null, secrets: secret === null ? [] : [{ sealed: this.sealer.seal(secret, id), until: null }] },
      ...closedBreaker,
      ...{ lastDeliveredAt: null, lastFailedAt: null, lastError: null, createdAt: this.clock.now() },
    });
    if (!added) {
      throw new DomainError('already-exists', `${partnerId} has a ${kind} endpoint already: change that one.`, [
        { path: 'kind', message: 'exists' },
      ]);
    }
    await this.deliveries.adopt(tx, { partnerId, channel: kind, endpointId: id });
    await this.steps.queueAgain(tx, await this.deliveries.lockFailed(tx, id));
    return { id, secret };
  }
}
