import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { workItemAlarmed, workItemDelegated, workItemPostponed, workItemTaken } from '#contracts';
import { OnEvent, type EventContext, type EventOf } from '#messaging';
import { TellTimeline } from './tell-timeline.use-case.js';
import { ofDesk } from './work-in-words.js';
import { ended, onTheDay, plural, sentence } from './words.js';

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

  @OnEvent(workItemDelegated)
  onDelegated(@Payload() { data }: EventOf<typeof workItemDelegated>, @Ctx() { tx }: EventContext): Promise<void> {
    const { patientId, by, to, note, delegatedAt: at } = data;
    return this.timeline.execute(tx, {
      ...{ patientId, at, by, type: 'work-item.delegated' },
      text: () => `${sentence(ofDesk(data))} goes to the ${to} desk${note === null ? '.' : `: ${ended(note)}`}`,
    });
  }

  @OnEvent(workItemPostponed)
  onPostponed(@Payload() { data }: EventOf<typeof workItemPostponed>, @Ctx() { tx }: EventContext): Promise<void> {
    const { patientId, by, until, postponedAt: at } = data;
    return this.timeline.execute(tx, {
      ...{ patientId, at, by, type: 'work-item.postponed' },
      text: () =>
        until === null
          ? `${sentence(ofDesk(data))} is looked at now after all.`
          : `${sentence(ofDesk(data))} is put off until ${onTheDay(until)}.`,
    });
  }
}
