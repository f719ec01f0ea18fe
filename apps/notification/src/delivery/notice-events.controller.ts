import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import {
  handoffContestAnswered,
  handoffContested,
  handoffReminded,
  referralAccepted,
  referralCancelled,
  referralCompleted,
  referralDeclined,
  referralMoved,
  referralReminded,
} from '#contracts';
import { OnEvent, type EventContext, type EventOf } from '#messaging';
import { TellPartner } from './tell-partner.use-case.js';

const movedOn = 'moved on';

/** What is said to a partner after it was asked. Whatever moves a referral makes moot what was still to be said about it before. */
@Controller()
export class NoticeEventsController {
  constructor(private readonly tellPartner: TellPartner) {}

  @OnEvent(handoffReminded)
  onHandoffReminded(@Payload() event: EventOf<typeof handoffReminded>, @Ctx() { tx }: EventContext): Promise<void> {
    const { handoffId, partnerId, dueAt } = event.data;
    return this.tellPartner.execute(tx, { kind: 'reminder', partnerId, about: { handoffId }, dueAt, event });
  }

  /** While the author owes an answer nobody waits for the partner. */
  @OnEvent(handoffContested)
  onContested(@Payload() { data }: EventOf<typeof handoffContested>, @Ctx() { tx }: EventContext): Promise<void> {
    return this.tellPartner.takeBack(tx, data.partnerId, { handoffId: data.handoffId }, 'contested');
  }

  /** An answer by a new version comes as a handoff of its own. */
  @OnEvent(handoffContestAnswered)
  async onContestAnswered(
    @Payload() event: EventOf<typeof handoffContestAnswered>,
    @Ctx() { tx }: EventContext,
  ): Promise<void> {
    const { handoffId, partnerId, reply, byVersion, dueAt = null } = event.data;
    if (reply === null || byVersion !== null) return;
    await this.tellPartner.execute(tx, { kind: 'answer', partnerId, about: { handoffId }, dueAt, event });
  }

  @OnEvent(referralReminded)
  onReferralReminded(@Payload() event: EventOf<typeof referralReminded>, @Ctx() { tx }: EventContext): Promise<void> {
    const { referralId, memberId, partnerId, dueAt } = event.data;
    const about = { referralId, memberId };
    return this.tellPartner.execute(tx, { kind: 'reminder', partnerId, about, dueAt, event });
  }

  @OnEvent(referralMoved)
  async onReferralMoved(@Payload() event: EventOf<typeof referralMoved>, @Ctx() { tx }: EventContext): Promise<void> {
    const { referralId, memberId, partnerId, state, dueAt = null } = event.data;
    await this.tellPartner.takeBack(tx, partnerId, { referralId }, movedOn);
    const about = { referralId, memberId };
    const isAsked = event.data.event === 'cancel' && state === 'cancel-requested';
    if (isAsked) await this.tellPartner.execute(tx, { kind: 'cancellation-asked', partnerId, about, dueAt, event });
    const isAnswered = event.data.event === 'answer' && state !== 'info-requested';
    if (isAnswered) await this.tellPartner.execute(tx, { kind: 'answer', partnerId, about, dueAt, event });
  }

  @OnEvent(referralAccepted)
  onAccepted(@Payload() { data }: EventOf<typeof referralAccepted>, @Ctx() { tx }: EventContext): Promise<void> {
    return this.tellPartner.takeBack(tx, data.partnerId, { referralId: data.referralId }, movedOn);
  }

  @OnEvent(referralDeclined)
  onDeclined(@Payload() { data }: EventOf<typeof referralDeclined>, @Ctx() { tx }: EventContext): Promise<void> {
    return this.tellPartner.takeBack(tx, data.partnerId, { referralId: data.referralId }, movedOn);
  }

  @OnEvent(referralCompleted)
  onCompleted(@Payload() { data }: EventOf<typeof referralCompleted>, @Ctx() { tx }: EventContext): Promise<void> {
    return this.tellPartner.takeBack(tx, data.partnerId, { referralId: data.referralId }, movedOn);
  }

  @OnEvent(referralCancelled)
  onCancelled(@Payload() { data }: EventOf<typeof referralCancelled>, @Ctx() { tx }: EventContext): Promise<void> {
    return this.tellPartner.takeBack(tx, data.partnerId, { referralId: data.referralId }, movedOn);
  }
}
