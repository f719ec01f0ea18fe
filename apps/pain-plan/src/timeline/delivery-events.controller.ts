import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { deliveryFailed, deliveryOpened, deliveryRerouted, type EventData, handoffDelivered } from '#contracts';
import { OnEvent, type EventContext, type EventOf } from '#messaging';
import { TellTimeline } from './tell-timeline.use-case.js';
import { plural } from './words.js';

const channels = { inbox: 'inbox', webhook: 'own system', email: 'email' } as const;
const failures: Record<EventData<typeof deliveryRerouted>['reason'], string> = {
  'not-answering': 'their system does not answer at the moment',
  'retries-exhausted': 'every try failed',
  'endpoint-disabled': 'their system takes no messages any more',
  bounced: 'the message came back',
  'no-channel': 'no way to them is known',
};

const named: Record<EventData<typeof handoffDelivered>['kind'], string> = {
  handoff: 'The handoff',
  'no-longer-needed': 'The notice that nothing is asked any more',
  reminder: 'The reminder',
  'cancellation-asked': 'The question whether the request may be cancelled',
  answer: 'The answer',
};

/** Whether what was sent arrives. Delivered or opened is not acknowledged. */
@Controller()
export class DeliveryEventsController {
  constructor(private readonly timeline: TellTimeline) {}

  @OnEvent(handoffDelivered)
  onDelivered(@Payload() { data }: EventOf<typeof handoffDelivered>, @Ctx() { tx }: EventContext): Promise<void> {
    const { patientId, handoffId, partnerId, kind, channel, deliveredAt: at } = data;
    return this.timeline.execute(tx, {
      ...{ patientId, handoffId, partnerId, at, type: 'delivery.delivered' },
      text: ({ partner }) => `${named[kind]} reached ${partner} (${channels[channel]}).`,
    });
  }

  @OnEvent(deliveryOpened)
  onOpened(@Payload() { data }: EventOf<typeof deliveryOpened>, @Ctx() { tx }: EventContext): Promise<void> {
    const { patientId, handoffId, partnerId, channel, openedAt: at } = data;
    return this.timeline.execute(tx, {
      ...{ patientId, handoffId, partnerId, at, type: 'delivery.opened' },
      text: ({ partner }) => `${partner} opened what was sent to them (${channels[channel]}).`,
    });
  }

  @OnEvent(deliveryRerouted)
  onRerouted(@Payload() { data }: EventOf<typeof deliveryRerouted>, @Ctx() { tx }: EventContext): Promise<void> {
    const { patientId, handoffId, partnerId, kind, channel, reason, to, reroutedAt: at } = data;
    const how = reason === 'not-answering' ? 'as well' : 'instead';
    return this.timeline.execute(tx, {
      ...{ patientId, handoffId, partnerId, at, type: 'delivery.rerouted' },
      text: ({ partner }) =>
        `${named[kind]} does not reach ${partner} (${channels[channel]}): ${failures[reason]}. It goes another way ${how} (${channels[to]}).`,
    });
  }

  @OnEvent(deliveryFailed)
  onFailed(@Payload() { data }: EventOf<typeof deliveryFailed>, @Ctx() { tx }: EventContext): Promise<void> {
    const { patientId, handoffId, partnerId, kind, channel, reason, attempts, failedAt: at } = data;
    const tries = attempts === 0 ? '' : ` after ${plural(attempts, 'try', 'tries')}`;
    return this.timeline.execute(tx, {
      ...{ patientId, handoffId, partnerId, at, type: 'delivery.failed' },
      text: ({ partner }) =>
        `${named[kind ?? 'handoff']} does not reach ${partner} (${channels[channel]})${tries}: ${failures[reason]}. A person is needed.`,
    });
  }
}
