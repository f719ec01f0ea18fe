import { Module } from '@nestjs/common';
import { EventTailModule } from '#messaging';
import { LiveController } from './live.controller.js';
import { LiveFeed } from './live-feed.js';
import { LiveLog } from './live-log.js';

/** What changes, as it happens. */
@Module({
  imports: [EventTailModule.forRoot({ service: 'gateway' })],
  controllers: [LiveController],
  providers: [LiveLog, LiveFeed],
})
export class LiveModule {}
