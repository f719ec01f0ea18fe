import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { therapyDischarged, therapyEpisodeOpened, therapyProgressReported, therapyVisitRecorded } from '#contracts';
import { OnEvent, type EventContext, type EventOf } from '#messaging';
import { FollowTherapy } from './follow-therapy.use-case.js';
import { RecordProgress } from './record-progress.use-case.js';

@Controller()
export class TherapyEventsController {
  constructor(
    private readonly followTherapy: FollowTherapy,
    private readonly recordProgress: RecordProgress,
  ) {}

  @OnEvent(therapyEpisodeOpened)
  onEpisodeOpened(
    @Payload() { data }: EventOf<typeof therapyEpisodeOpened>,
    @Ctx() { tx }: EventContext,
  ): Promise<void> {
    return this.followTherapy.execute(tx, { name: 'therapy.episode-opened', data });
  }

  @OnEvent(therapyVisitRecorded)
  onVisitRecorded(
    @Payload() { data }: EventOf<typeof therapyVisitRecorded>,
    @Ctx() { tx }: EventContext,
  ): Promise<void> {
    return this.followTherapy.execute(tx, { name: 'therapy.visit-recorded', data });
  }

  @OnEvent(therapyProgressReported)
  onProgressReported(
    @Payload() { data }: EventOf<typeof therapyProgressReported>,
    @Ctx() { tx }: EventContext,
  ): Promise<void> {
    return this.recordProgress.execute(tx, data);
  }

  @OnEvent(therapyDischarged)
  onDischarged(@Payload() { data }: EventOf<typeof therapyDischarged>, @Ctx() { tx }: EventContext): Promise<void> {
    return this.followTherapy.execute(tx, { name: 'therapy.discharged', data });
  }
}
