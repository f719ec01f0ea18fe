import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { impactAssessed, workItemClosed, workItemOpened } from '#contracts';
import { OnEvent, type EventContext, type EventOf } from '#messaging';
import { TellTimeline } from './tell-timeline.use-case.js';
import { ofDesk } from './work-in-words.js';
import { ended, inWords, plural, sentence } from './words.js';

@Controller()
export class WorkEventsController {
  constructor(private readonly timeline: TellTimeline) {}

  @OnEvent(impactAssessed)
  onImpactAssessed(@Payload() { data }: EventOf<typeof impactAssessed>, @Ctx() { tx }: EventContext): Promise<void> {
    const alone = data.unaffected.map(({ role, why }) => `${inWords(role)} (${why})`).join('; ');
    return this.timeline.execute(tx, {
      patientId: data.patientId,
      type: 'impact.assessed',
      at: data.assessedAt,
      planVersion: data.version,
      text: () =>
        `Version ${data.version} concerned ${plural(data.told.length, 'partner role')}` +
        `${data.told.length > 0 ? ` (${data.told.map(({ role }) => inWords(role)).join(', ')})` : ''}.` +
        `${alone ? ` Left alone: ${alone}.` : ''}`,
    });
  }

  @OnEvent(workItemOpened)
  onWorkItemOpened(@Payload() { data }: EventOf<typeof workItemOpened>, @Ctx() { tx }: EventContext): Promise<void> {
    const whom = data.desk === 'patient' ? 'Instruction for the patient' : `${sentence(data.desk)} desk`;
    return this.timeline.execute(tx, {
      patientId: data.patientId,
      type: 'work-item.opened',
      at: data.openedAt,
      planVersion: data.planVersion,
      text: ({ clock }) =>
        `${whom}, due ${clock(data.ask.dueAt)}: ${data.ask.reason} ${ended(sentence(data.ask.text))}`,
    });
  }

  @OnEvent(workItemClosed)
  onWorkItemClosed(@Payload() { data }: EventOf<typeof workItemClosed>, @Ctx() { tx }: EventContext): Promise<void> {
    return this.timeline.execute(tx, {
      patientId: data.patientId,
      type: 'work-item.closed',
      at: data.closedAt,
      by: data.by,
      text: () =>
        `${sentence(ofDesk(data))} is ${data.outcome === 'done' ? 'done' : 'no longer needed'}${decided(data)}.`,
    });
  }
}

/** How a plateau was answered, and why. */
const decided = ({ decision, reason }: EventOf<typeof workItemClosed>['data']): string =>
  `${decision ? `: ${inWords(decision)}` : ''}${reason ? ` (${reason})` : ''}`;
