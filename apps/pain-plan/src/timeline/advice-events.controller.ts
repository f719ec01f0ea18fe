import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { adviceAnswered, adviceAsked, adviceConverted } from '#contracts';
import { OnEvent, type EventContext, type EventOf } from '#messaging';
import { JoinAssignedPartner } from '../care-team/join-assigned-partner.use-case.js';
import { TellTimeline, type Tidings } from './tell-timeline.use-case.js';
import { inWords, sentence } from './words.js';

type Asked = EventOf<typeof adviceAsked>['data'];

const about = ({ partnerId, planId, itemId }: Pick<Asked, 'partnerId' | 'planId' | 'itemId'>): Partial<Tidings> => ({
  ...(partnerId === null ? {} : { partnerId }),
  ...(itemId === null ? {} : { item: { planId, itemId } }),
});

const topic = (item: string): string => (item === '' ? '' : ` about ${item}`);

/** Questions for advice: that they were asked and answered. What they say is read where it was asked. */
@Controller()
export class AdviceEventsController {
  constructor(
    private readonly timeline: TellTimeline,
    private readonly joinPartner: JoinAssignedPartner,
  ) {}

  @OnEvent(adviceAsked)
  onAsked(@Payload() { data }: EventOf<typeof adviceAsked>, @Ctx() { tx }: EventContext): Promise<void> {
    const { patientId, by, to, askedAt: at } = data;
    return this.timeline.execute(tx, {
      ...{ patientId, at, by, type: 'advice.asked', ...about(data) },
      text: ({ partner, item }) =>
        to === 'partner'
          ? `${partner} was asked for advice${topic(item)}.`
          : `${partner === '' ? 'The coordinator' : partner} asked the physician for advice${topic(item)}.`,
    });
  }

  @OnEvent(adviceAnswered)
  onAnswered(@Payload() { data }: EventOf<typeof adviceAnswered>, @Ctx() { tx }: EventContext): Promise<void> {
    const { patientId, by, to, answeredAt: at } = data;
    return this.timeline.execute(tx, {
      ...{ patientId, at, by, type: 'advice.answered', ...about(data) },
      text: ({ partner, item }) =>
        sentence(`${to === 'partner' ? partner : 'the physician'} answered the question${topic(item)}.`),
    });
  }

  /** The partner joins the team under the id that referral gave it. */
  @OnEvent(adviceConverted)
  async onConverted(@Payload() { data }: EventOf<typeof adviceConverted>, @Ctx() { tx }: EventContext): Promise<void> {
    const { planId, patientId, role, memberId, partnerId, by, convertedAt: at } = data;
    await this.joinPartner.takeOver(tx, { planId, role, memberId, partnerId, before: null, by, at });
    await this.timeline.execute(tx, {
      ...{ patientId, at, by, type: 'advice.converted', ...about(data) },
      text: ({ partner, item }) =>
        `The question${topic(item)} became a referral: ${partner} (${inWords(role)}) is asked.`,
    });
  }
}
