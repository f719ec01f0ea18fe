import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { BackendClient } from '../forwarding/backend-client.js';
import { timedBackends, timersPrefix } from '../forwarding/route-table.js';

const counts = z.object({ due: z.number().int() });

/** How many timers are due and had no effect yet, over all services that have any. */
@Injectable()
export class DueTimers {
  constructor(private readonly client: BackendClient) {}

  async count(): Promise<number> {
    const answers = await Promise.all(
      timedBackends.map((backend) =>
        this.client.send(backend, { method: 'GET', url: `${timersPrefix(backend)}/counts`, headers: {} }),
      ),
    );
    return answers
      .map(({ body }) => counts.parse(JSON.parse(body.toString('utf8'))).due)
      .reduce((sum, due) => sum + due, 0);
  }
}
