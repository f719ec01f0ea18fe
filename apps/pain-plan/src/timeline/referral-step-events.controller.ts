import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { type EventData, referralMoved } from '#contracts';
import { OnEvent, type EventContext, type EventOf } from '#messaging';
import { TellTimeline } from './tell-timeline.use-case.js';
import { inWords } from './words.js';

const nextMoves: Record<EventData<typeof referralMoved>['waitingOn'], string> = {
  us: ' The next step is the clinic’s.',
  partner: ' The next step is theirs.',
  payer: ' The next step is the payer’s.',
  patient: ' The next step is the patient’s.',
  nobody: '',
};

/** The steps of a referral that have no event of their own. */
@Controller()
export class ReferralStepEventsController {
  constructor(private readonly timeline: TellTimeline) {}

  @OnEvent(referralMoved)
  onMoved(@Payload() { data }: EventOf<typeof referralMoved>, @Ctx() { tx }: EventContext): Promise<void> {
    const { patientId, partnerId, role, before, state, note, waitingOn, by, movedAt: at } = data;
    const step = before === state ? `the referral is still ${inWords(state)}` : `the referral is now ${inWords(state)}`;
    return this.timeline.execute(tx, {
      ...{ patientId, partnerId, at, by, type: 'referral.moved' },
      text: ({ partner }) =>
        `${partner} (${inWords(role)}): ${step}${note === null ? '' : ` (${note})`}.${nextMoves[waitingOn]}`,
    });
  }
}
