import { Injectable } from '@nestjs/common';
import { type ChangeEndpoint as Change, DomainError, type Endpoint } from '#contracts';
import { Clock, type Transaction } from '#platform';
import { newSecret } from '../courier/webhook-signature.js';
import { DeliverySteps } from '../delivery/delivery-steps.js';
import { DeliveryRepository } from '../delivery/delivery.repository.js';
import { Sealer } from '../sealer.js';
import { closedBreaker } from './breaker.js';
import { EndpointRepository, type StoredEndpoint } from './endpoint.repository.js';

interface At {
  partnerId: string;
  id: string;
}

const msPerHour = 3_600_000;
const moves = {
  pause: { from: ['active'], to: 'paused' },
  resume: { from: ['paused'], to: 'active' },
  enable: { from: ['disabled', 'paused', 'active'], to: 'active' },
} as const satisfies Record<string, { from: readonly Endpoint['state'][]; to: Endpoint['state'] }>;
export type EndpointMove = keyof typeof moves;

/** Everything that people do to an endpoint after it was made. */
@Injectable()
export class ChangeEndpoint {
  constructor(
    private readonly endpoints: EndpointRepository,
    private readonly deliveries: DeliveryRepository,
    private readonly steps: DeliverySteps,
    private readonly sealer: Sealer,
    private readonly clock: Clock,
  ) {}

  /** Another address begins with a closed breaker. It does not enable what is disabled: a person says so when it is repaired. */
  async address(tx: Transaction, at: At, change: Change): Promise<void> {
    const { id, kind } = await this.locked(tx, at);
    const address = kind === 'webhook' ? change.url : change.address;
    if (address === undefined) {
      const [path, message] = kind === 'webhook' ? ['url', 'a webhook has a url'] : ['address', 'email has an address'];
      throw new DomainError('invalid-input', 'This does not fit the endpoint.', [{ path, message }]);
    }
    await this.endpoints.change(tx, id, { address, ...closedBreaker });
  }

  /** `enable` also sends what failed meanwhile and is still wanted: after an outage the partner gets what is current. */
  async move(tx: Transaction, at: At, move: EndpointMove): Promise<void> {
    const { id, state } = await this.locked(tx, at);
    const { from, to } = moves[move];
    if (!(from as readonly string[]).includes(state)) {
      const allowed = (Object.keys(moves) as EndpointMove[]).filter((one) =>
        (moves[one].from as readonly string[]).includes(state),
      );
      throw new DomainError('illegal-transition', `An endpoint that is ${state} cannot ${move}.`, [], {
        state,
        allowed,
      });
    }
    await this.endpoints.change(tx, id, { state: to, reason: null, ...(to === 'active' ? closedBreaker : {}) });
    if (move === 'enable') await this.steps.queueAgain(tx, await this.deliveries.lockFailed(tx, id));
  }

  /** A new secret signs from now on; those before it sign beside it for a while. Returns the new one, which is shown this once. */
  async rotateSecret(tx: Transaction, at: At, overlapHours: number): Promise<string> {
    const { id, kind, secrets } = await this.locked(tx, at);
    if (kind !== 'webhook') throw new DomainError('illegal-transition', 'Email has no secret.', [], { allowed: [] });
    const now = this.clock.now();
    const until = new Date(now.getTime() + overlapHours * msPerHour);
    const old = secrets
      .map(({ sealed, until: before }) => ({ sealed, until: earlier(before, until) }))
      .filter((one) => new Date(one.until) > now);
    const secret = newSecret();
    const young = { sealed: this.sealer.seal(secret, id), until: null };
    await this.endpoints.change(tx, id, { secrets: [young, ...old] });
    return secret;
  }

  /** With messages on their way only when told to: then they fail, and a person hears of each plan. */
  async remove(tx: Transaction, at: At, { force }: { force: boolean }): Promise<void> {
    const { id } = await this.locked(tx, at);
    const waiting = await this.deliveries.lockWaiting(tx, id);
    if (waiting.length > 0 && !force) {
      throw new DomainError(
        'illegal-transition',
        `${waiting.length} messages are still on their way over it. Wait, or say ?force=true: then they fail and the coordinator phones.`,
        [],
        { pending: waiting.length, allowed: ['pause', 'DELETE ?force=true'] },
      );
    }
    await this.steps.fail(tx, waiting, 'no-channel');
    await this.endpoints.remove(tx, id);
  }

  private async locked(tx: Transaction, { partnerId, id }: At): Promise<StoredEndpoint> {
    const endpoint = await this.endpoints.lock(tx, id);
    if (endpoint?.partnerId !== partnerId) throw new DomainError('not-found', 'There is no such endpoint.');
    return endpoint;
  }
}

const earlier = (before: string | null, until: Date): string =>
  before !== null && new Date(before) < until ? before : until.toISOString();
