import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import {
  type EventData,
  referralAccepted,
  referralCancelled,
  referralCompleted,
  referralDeclined,
  referralMoved,
  referralReminded,
  referralSent,
  referralState,
  referralTransferred,
} from '#contracts';
import { OnEvent, type EventContext, type EventOf } from '#messaging';
import { TellTimeline } from '../timeline/tell-timeline.use-case.js';
import { ended, inWords } from '../timeline/words.js';
import { FollowReferral } from './follow-referral.use-case.js';
import { JoinAssignedPartner } from './join-assigned-partner.use-case.js';

const families: Record<EventData<typeof referralDeclined>['family'], string> = {
  capacity: 'no room',
  scope: 'outside what they do',
  information: 'something is not known that they need',
  patient: 'the patient does not want it there',
  clinical: 'a clinical reason',
};

@Controller()
export class ReferralEventsController {
  constructor(
    private readonly followReferral: FollowReferral,
    private readonly joinAssignedPartner: JoinAssignedPartner,
    private readonly timeline: TellTimeline,
  ) {}

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

  /** A state that this release does not know is a fault to look at, not a state to guess. */
  @OnEvent(referralMoved)
  onMoved(@Payload() { data }: EventOf<typeof referralMoved>, @Ctx() { tx }: EventContext): Promise<void> {
    const state = referralState.parse(data.state);
    return this.followReferral.execute(tx, { ...data, state, at: new Date(data.movedAt) });
  }

  @OnEvent(referralTransferred)
  async onTransferred(
    @Payload() { data }: EventOf<typeof referralTransferred>,
    @Ctx() { tx }: EventContext,
  ): Promise<void> {
    const { planId, role, toMemberId: memberId, toPartnerId: partnerId, by, transferredAt, memberId: before } = data;
    await this.joinAssignedPartner.takeOver(tx, { planId, role, memberId, partnerId, by, at: transferredAt, before });
    const again = data.kind === 'transfer' ? 'instead' : 'once more';
    await this.timeline.execute(tx, {
      ...{ patientId: data.patientId, type: 'referral.transferred', at: transferredAt, by, partnerId },
      text: ({ partner }) => `${partner} (${inWords(role)}) is asked ${again}: ${ended(data.reason)}`,
    });
  }

  @OnEvent(referralReminded)
  onReminded(@Payload() { data }: EventOf<typeof referralReminded>, @Ctx() { tx }: EventContext): Promise<void> {
    const what = `${inWords(data.role)}: ${inWords(data.clock)}`;
    return this.timeline.execute(tx, {
      patientId: data.patientId,
      type: 'referral.reminded',
      at: data.remindedAt,
      partnerId: data.partnerId,
      text: ({ partner }) => `${partner} was reminded (${what}).`,
    });
  }
}
