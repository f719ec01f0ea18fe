import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { handoffContestAnswered, handoffContested, handoffOpened, handoffReminded } from '#contracts';
import { OnEvent, type EventContext, type EventOf } from '#messaging';
import { FollowContest } from '../care-team/follow-contest.use-case.js';
import { TellTimeline } from './tell-timeline.use-case.js';
import { ended, inWords, onTheDay } from './words.js';

const ways = { inbox: 'in their inbox', link: 'by their link', api: 'with their own system' } as const;
const objections = {
  'cannot-by-then': 'cannot do by then what is asked',
  contraindicated: 'holds what is asked for harmful',
} as const;

/** What passes between the clinic and a partner about one handoff, besides the answer itself. */
@Controller()
export class HandoffTalkEventsController {
  constructor(
    private readonly timeline: TellTimeline,
    private readonly followContest: FollowContest,
  ) {}

  @OnEvent(handoffOpened)
  onOpened(@Payload() { data }: EventOf<typeof handoffOpened>, @Ctx() { tx }: EventContext): Promise<void> {
    const { patientId, handoffId, partnerId, role, via, by, openedAt: at } = data;
    return this.timeline.execute(tx, {
      ...{ patientId, handoffId, partnerId, at, by, type: 'handoff.opened' },
      text: ({ partner }) =>
        `${partner} (${inWords(role)}) read what is asked, ${ways[via]}; this is not yet an acknowledgement.`,
    });
  }

  @OnEvent(handoffContested)
  async onContested(@Payload() { data }: EventOf<typeof handoffContested>, @Ctx() { tx }: EventContext): Promise<void> {
    const {
      patientId,
      handoffId,
      partnerId,
      role,
      kind,
      reason,
      possibleFrom,
      answerBy,
      version,
      by,
      contestedAt: at,
    } = data;
    await this.followContest.contested(tx, data);
    const could = possibleFrom === null ? '' : ` Possible from ${onTheDay(possibleFrom)}.`;
    return this.timeline.execute(tx, {
      ...{ patientId, handoffId, partnerId, at, by, type: 'handoff.contested', planVersion: version },
      text: ({ partner, clock }) =>
        `${partner} (${inWords(role)}) ${objections[kind]}: ${ended(reason)}${could} The author answers by ${clock(answerBy)}.`,
    });
  }

  @OnEvent(handoffContestAnswered)
  async onContestAnswered(
    @Payload() { data }: EventOf<typeof handoffContestAnswered>,
    @Ctx() { tx }: EventContext,
  ): Promise<void> {
    const { patientId, handoffId, partnerId, role, byVersion, reply, by, answeredAt: at } = data;
    await this.followContest.answered(tx, data);
    const answers = [byVersion === null ? null : `plan version ${byVersion}`, reply].filter((one) => one !== null);
    return this.timeline.execute(tx, {
      ...{ patientId, handoffId, partnerId, at, by, type: 'handoff.contest-answered' },
      ...(byVersion === null ? {} : { planVersion: byVersion }),
      text: ({ partner }) =>
        answers.length === 0
          ? `The objection of ${partner} (${inWords(role)}) needs no answer any more.`
          : `The objection of ${partner} (${inWords(role)}) is answered: ${ended(answers.join('; '))}`,
    });
  }

  @OnEvent(handoffReminded)
  onReminded(@Payload() { data }: EventOf<typeof handoffReminded>, @Ctx() { tx }: EventContext): Promise<void> {
    const { patientId, handoffId, partnerId, role, dueAt, remindedAt: at } = data;
    return this.timeline.execute(tx, {
      ...{ patientId, handoffId, partnerId, at, type: 'handoff.reminded' },
      text: ({ partner, clock }) =>
        `${partner} (${inWords(role)}) was reminded of what is asked; it was to be answered by ${clock(dueAt)}.`,
    });
  }
}
