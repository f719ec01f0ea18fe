import { Injectable, ServiceUnavailableException } from '@nestjs/common';
import { z } from 'zod';
import { BackendClient } from '../forwarding/backend-client.js';
import { timersPrefix } from '../forwarding/route-table.js';
import { type BackendName, backendNames } from '../gateway.settings.js';

const counts = z.object({ due: z.number().int() });

/** How many timers are due and had no effect yet, over all services. */
@Injectable()
export class DueTimers {
  constructor(private readonly client: BackendClient) {}

  /** While one of them is away nobody knows: 503, so that whoever waits for 0 asks again. */
  async count(): Promise<number> {
    const due = await Promise.all(backendNames.map((backend) => this.countOf(backend)));
    return due.reduce((sum, one) => sum + one, 0);
  }

  private async countOf(backend: BackendName): Promise<number> {
    const request = { method: 'GET', url: `${timersPrefix(backend)}/counts`, headers: {} };
    try {
      const { status, body } = await this.client.send(backend, request);
      if (status !== 200) throw new Error(`answered ${status}`);
      return counts.parse(JSON.parse(body.toString('utf8'))).due;
    } catch (error) {
      throw new ServiceUnavailableException(`The timers of ${backend} cannot be counted at the moment.`, {
        cause: error,
      });
    }
  }
}
