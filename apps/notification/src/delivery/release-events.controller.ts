import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { behavioralConsentChanged, behavioralReleaseMade } from '#contracts';
import { OnEvent, type EventContext, type EventOf } from '#messaging';
import { Clock } from '#platform';
import { ConsentRepository } from './consent.repository.js';
import { DeliverySteps } from './delivery-steps.js';
import { DeliveryRepository } from './delivery.repository.js';
import { Dispatch } from './dispatch.js';
import { bodyOf } from './webhook-body.js';

/** A release of behavioral-health is told without content, while its consent stands: it is looked at again whenever one is sent. */
@Controller()
export class ReleaseEventsController {
  constructor(
    private readonly consents: ConsentRepository,
    private readonly deliveries: DeliveryRepository,
    private readonly steps: DeliverySteps,
    private readonly dispatch: Dispatch,
    private readonly clock: Clock,
  ) {}

  @OnEvent(behavioralConsentChanged)
  async onConsentChanged(
    @Payload() { data }: EventOf<typeof behavioralConsentChanged>,
    @Ctx() { tx }: EventContext,
  ): Promise<void> {
    await this.consents.save(tx, data);
    if (data.state === 'granted') return;
    await this.steps.cancel(tx, await this.deliveries.lockOfConsent(tx, data.consentId), `consent ${data.state}`);
  }

  @OnEvent(behavioralReleaseMade)
  async onReleaseMade(
    @Payload() event: EventOf<typeof behavioralReleaseMade>,
    @Ctx() { tx }: EventContext,
  ): Promise<void> {
    const { releaseId, consentId, patientId, recipient: partnerId } = event.data;
    await this.dispatch.send(tx, {
      ...{ kind: 'release', handoffId: null, releaseId, consentId, planId: null, patientId, partnerId },
      ...{ noticeId: null, referralId: null, memberId: null },
      ...{ urgency: 'routine', dueAt: this.clock.now(), isUpdate: false },
      body: bodyOf(event),
    });
  }
}
