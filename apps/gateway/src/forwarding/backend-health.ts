import { Injectable, type OnModuleInit } from '@nestjs/common';
import { HealthChecks } from '#platform';
import { type BackendName, backendNames } from '../gateway.settings.js';
import { BackendClient } from './backend-client.js';

const longestCheckMs = 1800;

/** The gateway is ready when every service is. */
@Injectable()
export class BackendHealth implements OnModuleInit {
  constructor(
    private readonly health: HealthChecks,
    private readonly client: BackendClient,
  ) {}

  onModuleInit(): void {
    for (const backend of backendNames) this.health.register(backend, () => this.troubleOf(backend));
  }

  private async troubleOf(backend: BackendName): Promise<string | void> {
    const signal = AbortSignal.timeout(longestCheckMs);
    const { status, body } = await this.client.send(backend, {
      method: 'GET',
      url: '/health/ready',
      headers: {},
      signal,
    });
    if (status !== 200) return `status ${status}: ${body.toString('utf8').slice(0, 500)}`;
  }
}
