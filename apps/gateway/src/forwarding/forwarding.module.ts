import { Module } from '@nestjs/common';
import { GatewaySettings, readGatewaySettings } from '../gateway.settings.js';
import { BackendClient } from './backend-client.js';
import { BackendHealth } from './backend-health.js';
import { Forwarder } from './forwarder.js';
import { ForwardingRoutes } from './forwarding-routes.js';
import { RefusedTokens } from './refused-tokens.js';

/** The way to the services, and the routes that go it unchanged. */
@Module({
  providers: [
    { provide: GatewaySettings, useFactory: () => readGatewaySettings(process.env) },
    BackendClient,
    Forwarder,
    ForwardingRoutes,
    BackendHealth,
    RefusedTokens,
  ],
  exports: [GatewaySettings, BackendClient, Forwarder],
})
export class ForwardingModule {}
