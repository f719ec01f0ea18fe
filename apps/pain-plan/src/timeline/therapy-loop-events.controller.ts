import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import {
  therapyDoseChangeAnswered,
  therapyDoseChangeRequested,
  therapyPaperworkOverdue,
  therapyPaperworkSettled,
  therapyVisitFlagged,
} from '#contracts';
import { OnEvent, type EventContext, type EventOf } from '#messaging';
import { TellTimeline } from './tell-timeline.use-case.js';
import { ended, inWords, sentence } from './words.js';

/** What therapy asks and owes, as the clinic reads it. */
@Controller()
export class TherapyLoopEventsController {
  constructor(private readonly timeline: TellTimeline) {}

  @OnEvent(therapyVisitFlagged)
  onVisitFlagged(@Payload() { data }: EventOf<typeof therapyVisitFlagged>, @Ctx() { tx }: EventContext): Promise<void> {
    const { patientId, partnerId, visitedAt: at, by } = data;
    const unknown = data.directives.map(({ text }) => text).join(' ');
    const why = data.reason === null ? '' : ` Reason: ${data.reason}`;
    return this.timeline.execute(tx, {
      ...{ patientId, partnerId, at, by, type: 'therapy.visit-flagged', planVersion: data.planVersion },
      text: ({ partner }) =>
        ended(`Visit ${data.visitNumber} at ${partner} took place without acknowledgement of: ${unknown}${why}`),
    });
  }

  @OnEvent(therapyDoseChangeRequested)
  onDoseChangeRequested(
    @Payload() { data }: EventOf<typeof therapyDoseChangeRequested>,
    @Ctx() { tx }: EventContext,
  ): Promise<void> {
    const { patientId, partnerId, requestedAt: at, by, proposal, reason } = data;
    return this.timeline.execute(tx, {
      ...{ patientId, partnerId, at, by, type: 'therapy.dose-change-requested' },
      text: ({ partner }) => ended(sentence(`${partner} proposes ${proposal}: ${reason}`)),
    });
  }

  @OnEvent(therapyDoseChangeAnswered)
  onDoseChangeAnswered(
    @Payload() { data }: EventOf<typeof therapyDoseChangeAnswered>,
    @Ctx() { tx }: EventContext,
  ): Promise<void> {
    const { patientId, partnerId, answeredAt: at, by, byVersion, reply } = data;
    const answer = byVersion === null ? reply : `version ${byVersion}`;
    return this.timeline.execute(tx, {
      ...{ patientId, partnerId, at, by, type: 'therapy.dose-change-answered' },
      ...(byVersion === null ? {} : { planVersion: byVersion }),
      text: ({ partner }) =>
        answer === null
          ? `The course at ${partner} ended before its proposal was answered.`
          : ended(`The proposal of ${partner} is answered: ${answer}`),
    });
  }

  @OnEvent(therapyPaperworkOverdue)
  onPaperworkOverdue(
    @Payload() { data }: EventOf<typeof therapyPaperworkOverdue>,
    @Ctx() { tx }: EventContext,
  ): Promise<void> {
    const { patientId, partnerId, overdueAt: at, kind, dueOn } = data;
    return this.timeline.execute(tx, {
      ...{ patientId, partnerId, at, type: 'therapy.paperwork-overdue' },
      text: ({ partner }) => `${sentence(inWords(kind))} from ${partner} was due on ${dueOn} and has not come.`,
    });
  }

  @OnEvent(therapyPaperworkSettled)
  onPaperworkSettled(
    @Payload() { data }: EventOf<typeof therapyPaperworkSettled>,
    @Ctx() { tx }: EventContext,
  ): Promise<void> {
    const { patientId, partnerId, settledAt: at, kind } = data;
    return this.timeline.execute(tx, {
      ...{ patientId, partnerId, at, type: 'therapy.paperwork-settled' },
      text: ({ partner }) => `${sentence(inWords(kind))} from ${partner} is not overdue any more.`,
    });
  }
}
