import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import {
  behavioralEpisodeCompleted,
  behavioralEpisodeEngaged,
  handoffDelivered,
  impactAssessed,
  workItemClosed,
  workItemOpened,
} from '#contracts';
import { OnEvent, type EventContext, type EventOf } from '#messaging';
import { TellTimeline } from './tell-timeline.use-case.js';
import { inWords, plural, sentence } from './words.js';

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
      text: ({ clock }) => `${whom}, due ${clock(data.ask.dueAt)}: ${data.ask.reason} ${sentence(data.ask.text)}.`,
    });
  }

  @OnEvent(workItemClosed)
  onWorkItemClosed(@Payload() { data }: EventOf<typeof workItemClosed>, @Ctx() { tx }: EventContext): Promise<void> {
    const whose = data.desk === 'patient' ? 'The instruction for the patient' : `The work of the ${data.desk} desk`;
    return this.timeline.execute(tx, {
      patientId: data.patientId,
      type: 'work-item.closed',
      at: data.closedAt,
      by: data.by,
      text: () => `${whose} (${data.ruleId}) is ${data.outcome === 'done' ? 'done' : 'no longer needed'}.`,
    });
  }

  @OnEvent(handoffDelivered)
  onHandoffDelivered(
    @Payload() { data }: EventOf<typeof handoffDelivered>,
    @Ctx() { tx }: EventContext,
  ): Promise<void> {
    const what = data.kind === 'handoff' ? 'The handoff' : 'The notice that nothing is asked any more';
    return this.timeline.execute(tx, {
      patientId: data.patientId,
      type: 'delivery.delivered',
      at: data.deliveredAt,
      partnerId: data.partnerId,
      text: ({ partner }) => `${what} reached ${partner} (${data.channel}).`,
    });
  }

  @OnEvent(behavioralEpisodeEngaged)
  onBehavioralEngaged(
    @Payload() { data }: EventOf<typeof behavioralEpisodeEngaged>,
    @Ctx() { tx }: EventContext,
  ): Promise<void> {
    return this.timeline.execute(tx, {
      patientId: data.patientId,
      type: 'behavioral-health.episode-engaged',
      at: data.engagedAt,
      by: data.by,
      text: () => `Behavioral health (${inWords(data.kind)}) has begun.`,
    });
  }

  @OnEvent(behavioralEpisodeCompleted)
  onBehavioralCompleted(
    @Payload() { data }: EventOf<typeof behavioralEpisodeCompleted>,
    @Ctx() { tx }: EventContext,
  ): Promise<void> {
    const clearance = data.clearance === null ? '' : `: ${inWords(data.clearance)}`;
    return this.timeline.execute(tx, {
      patientId: data.patientId,
      type: 'behavioral-health.episode-completed',
      at: data.completedAt,
      by: data.by,
      text: () => `Behavioral health (${inWords(data.kind)}) is complete${clearance}.`,
    });
  }
}
