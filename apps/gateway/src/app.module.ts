import { Module } from '@nestjs/common';
import { EventTailModule } from '#messaging';
import { EVENT_TRANSPORT, PlatformModule } from '#platform';
import { AuditController } from './audit/audit.controller.js';
import { DevClockController } from './dev-clock/dev-clock.controller.js';
import { DevClock } from './dev-clock/dev-clock.js';
import { DueTimers } from './dev-clock/due-timers.js';
import { DevMailController } from './dev-mail/dev-mail.controller.js';
import { BackendClient } from './forwarding/backend-client.js';
import { BackendHealth } from './forwarding/backend-health.js';
import { Forwarder } from './forwarding/forwarder.js';
import { ForwardingRoutes } from './forwarding/forwarding-routes.js';
import { GatewaySettings, readGatewaySettings } from './gateway.settings.js';
import { LiveController } from './live/live.controller.js';
import { LiveFeed } from './live/live-feed.js';
import { LiveLog } from './live/live-log.js';
import { OpenApiController } from './openapi/openapi.controller.js';
import { StartPageController } from './start-page.controller.js';

/** The one door: forwards to services and keeps nothing. */
@Module({
  imports: [PlatformModule.withoutDatabase('gateway'), EventTailModule.forRoot({ service: 'gateway' })],
  controllers: [
    StartPageController,
    OpenApiController,
    DevClockController,
    DevMailController,
    LiveController,
    AuditController,
  ],
  providers: [
    { provide: GatewaySettings, useFactory: () => readGatewaySettings(process.env) },
    // Said outright, because looking for a transport that is not there is logged as an error.
    { provide: EVENT_TRANSPORT, useValue: null },
    BackendClient,
    Forwarder,
    ForwardingRoutes,
    BackendHealth,
    DevClock,
    DueTimers,
    LiveLog,
    LiveFeed,
  ],
})
export class AppModule {}
