import { Module } from '@nestjs/common';
import { IdentityProvider } from './identity-provider.js';
import { SealedCookies } from './sealed-cookies.js';
import { SessionController } from './session.controller.js';
import { SessionHook } from './session-hook.js';
import { readSessionSettings, SessionSettings } from './session.settings.js';

/** People with a browser. */
@Module({
  controllers: [SessionController],
  providers: [
    { provide: SessionSettings, useFactory: () => readSessionSettings(process.env) },
    IdentityProvider,
    SealedCookies,
    SessionHook,
  ],
})
export class SessionModule {}
