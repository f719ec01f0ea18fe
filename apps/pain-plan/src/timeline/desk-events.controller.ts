import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { workItemAlarmed, workItemTaken } from '#contracts';
import { OnEvent, type EventContext, type EventOf } from '#messaging';
import { TellTimeline } from './tell-timeline.use-case.js';
import { ofDesk } from './work-in-words.js';
import { plural } from './words.js';

/** Who looks after an emergency, and how often it had to ring. */
@Controller()
export class DeskEventsController {
  constructor(private readonly timeline: TellTimeline) {}

  @OnEvent(workItemTaken)
  onTaken(@Payload() { data }: EventOf<typeof workItemTaken>, @Ctx() { tx }: EventContext): Promise<void> {
    const { patientId, by, takenAt: at } = data;
    return this.timeline.execute(tx, {
      ...{ patientId, at, by, type: 'work-item.taken' },
      text: () => `${by.name} looks after ${ofDesk(data)}.`,
    });
  }

  @OnEvent(workItemAlarmed)
  onAlarmed(@Payload() { data }: EventOf<typeof workItemAlarmed>, @Ctx() { tx }: EventContext): Promise<void> {
    const { patientId, count, alarmedAt: at } = data;
    return this.timeline.execute(tx, {
      ...{ patientId, at, type: 'work-item.alarmed' },
      text: () => `Nobody has taken ${ofDesk(data)}: it rang again (${plural(count, 'time')} so far).`,
    });
  }
}
