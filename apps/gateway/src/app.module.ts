import { Module } from '@nestjs/common';
import { EVENT_TRANSPORT, PlatformModule } from '#platform';
import { AuditController } from './audit/audit.controller.js';
import { ClockController } from './clock.controller.js';
import { DevClockController } from './dev-clock/dev-clock.controller.js';
import { DevClock } from './dev-clock/dev-clock.js';
import { DueTimers } from './dev-clock/due-timers.js';
import { DevMailController } from './dev-mail/dev-mail.controller.js';
import { ForwardingModule } from './forwarding/forwarding.module.js';
import { GuestModule } from './guest/guest.module.js';
import { LiveModule } from './live/live.module.js';
import { OpenApiController } from './openapi/openapi.controller.js';
import { SessionModule } from './session/session.module.js';
import { WebPages } from './web/web-pages.js';

/** The one door: forwards to services and keeps nothing. */
@Module({
  imports: [PlatformModule.withoutDatabase('gateway'), ForwardingModule, GuestModule, LiveModule, SessionModule],
  controllers: [OpenApiController, ClockController, DevClockController, DevMailController, AuditController],
  providers: [
    // Said outright, because looking for a transport that is not there is logged as an error.
    { provide: EVENT_TRANSPORT, useValue: null },
    DevClock,
    DueTimers,
    WebPages,
  ],
})
export class AppModule {}
