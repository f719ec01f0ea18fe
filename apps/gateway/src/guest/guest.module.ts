import { Module } from '@nestjs/common';
import { ForwardingModule } from '../forwarding/forwarding.module.js';
import { GuestBackend } from './guest-backend.js';
import { GuestController } from './guest.controller.js';
import { GuestVisits } from './guest-visits.js';
import { LinkAttempts } from './link-attempts.js';

/** The page for partners without an account. */
@Module({
  imports: [ForwardingModule],
  controllers: [GuestController],
  providers: [GuestBackend, GuestVisits, LinkAttempts],
})
export class GuestModule {}
