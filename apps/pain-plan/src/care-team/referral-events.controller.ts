import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import {
  type EventData,
  referralAccepted,
  referralCancelled,
  referralCompleted,
  referralDeclined,
  referralSent,
} from '#contracts';
import { OnEvent, type EventContext, type EventOf } from '#messaging';
import { FollowReferral } from './follow-referral.use-case.js';

const families: Record<EventData<typeof referralDeclined>['family'], string> = {
  capacity: 'no room',
  scope: 'outside what they do',
  information: 'something is not known that they need',
  patient: 'the patient does not want it there',
  clinical: 'a clinical reason',
};

@Controller()
export class ReferralEventsController {
  constructor(private readonly followReferral: FollowReferral) {}

  @OnEvent(referralSent)
  onSent(@Payload() { data }: EventOf<typeof referralSent>, @Ctx() { tx }: EventContext): Promise<void> {
    return this.followReferral.execute(tx, { ...data, state: 'sent', note: null, at: new Date(data.sentAt), by: null });
  }

  @OnEvent(referralAccepted)
  onAccepted(@Payload() { data }: EventOf<typeof referralAccepted>, @Ctx() { tx }: EventContext): Promise<void> {
    return this.followReferral.execute(tx, { ...data, state: 'accepted', note: null, at: new Date(data.acceptedAt) });
  }

  @OnEvent(referralDeclined)
  onDeclined(@Payload() { data }: EventOf<typeof referralDeclined>, @Ctx() { tx }: EventContext): Promise<void> {
    return this.followReferral.execute(tx, {
      ...data,
      state: 'declined',
      note: `${families[data.family]} (${data.reason})`,
      at: new Date(data.declinedAt),
    });
  }

  @OnEvent(referralCompleted)
  onCompleted(@Payload() { data }: EventOf<typeof referralCompleted>, @Ctx() { tx }: EventContext): Promise<void> {
    return this.followReferral.execute(tx, {
      ...data,
      state: 'completed',
      note: data.outcome,
      at: new Date(data.completedAt),
    });
  }

  @OnEvent(referralCancelled)
  onCancelled(@Payload() { data }: EventOf<typeof referralCancelled>, @Ctx() { tx }: EventContext): Promise<void> {
    return this.followReferral.execute(tx, {
      ...data,
      state: 'cancelled',
      note: data.reason,
      at: new Date(data.cancelledAt),
    });
  }
}
