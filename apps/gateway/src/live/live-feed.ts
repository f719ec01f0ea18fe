import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { EventTail } from '#messaging';
import { hintOf } from './live-hint.js';
import { LiveLog } from './live-log.js';

/** From the topics to the log. */
@Injectable()
export class LiveFeed implements OnApplicationBootstrap {
  constructor(
    private readonly tail: EventTail,
    private readonly log: LiveLog,
  ) {}

  onApplicationBootstrap(): void {
    this.tail.start({
      onEvent: (event) => {
        const addressed = hintOf(event);
        if (addressed) this.log.add(addressed);
      },
      onLive: () => this.log.live(),
      onGap: () => this.log.gap(),
    });
  }
}
