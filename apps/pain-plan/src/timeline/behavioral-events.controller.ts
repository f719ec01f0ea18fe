import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import {
  behavioralConsentChanged,
  behavioralEpisodeCompleted,
  behavioralEpisodeEngaged,
  behavioralEpisodeStopped,
  behavioralReleaseMade,
  behavioralReleaseWithheld,
  behavioralSafetyRaised,
} from '#contracts';
import { OnEvent, type EventContext, type EventOf } from '#messaging';
import { RecordClearance } from '../plan/record-clearance.use-case.js';
import { RaiseSafety } from '../triage/raise-safety.use-case.js';
import { TellTimeline } from './tell-timeline.use-case.js';
import { inWords } from './words.js';

const consentWords = { granted: 'consents to', revoked: 'takes back the consent to', expired: 'no longer consents to' };

/** News of behavioral health: on the timeline for physicians alone, and in the plan where it is a finding that others act on. */
@Controller()
export class BehavioralEventsController {
  constructor(
    private readonly timeline: TellTimeline,
    private readonly raiseSafety: RaiseSafety,
    private readonly recordClearance: RecordClearance,
  ) {}

  @OnEvent(behavioralEpisodeEngaged)
  onEngaged(@Payload() { data }: EventOf<typeof behavioralEpisodeEngaged>, @Ctx() { tx }: EventContext): Promise<void> {
    const { patientId, engagedAt: at, by } = data;
    return this.timeline.execute(tx, {
      ...{ patientId, at, by, type: 'behavioral-health.episode-engaged' },
      text: () => `Behavioral health (${inWords(data.kind)}) has begun.`,
    });
  }

  @OnEvent(behavioralEpisodeCompleted)
  async onCompleted(
    @Payload() { data }: EventOf<typeof behavioralEpisodeCompleted>,
    @Ctx() { tx }: EventContext,
  ): Promise<void> {
    const { patientId, completedAt: at, by } = data;
    const clearance = data.clearance === null ? '' : `: ${inWords(data.clearance)}`;
    await this.timeline.execute(tx, {
      ...{ patientId, at, by, type: 'behavioral-health.episode-completed' },
      text: () => `Behavioral health (${inWords(data.kind)}) is complete${clearance}.`,
    });
    await this.recordClearance.execute(tx, data);
  }

  @OnEvent(behavioralEpisodeStopped)
  onStopped(@Payload() { data }: EventOf<typeof behavioralEpisodeStopped>, @Ctx() { tx }: EventContext): Promise<void> {
    const { patientId, stoppedAt: at, by } = data;
    return this.timeline.execute(tx, {
      ...{ patientId, at, by, type: 'behavioral-health.episode-stopped' },
      text: () => `Behavioral health (${inWords(data.kind)}) ended before it was complete.`,
    });
  }

  @OnEvent(behavioralSafetyRaised)
  async onSafetyRaised(
    @Payload() { data }: EventOf<typeof behavioralSafetyRaised>,
    @Ctx() { tx }: EventContext,
  ): Promise<void> {
    const { patientId, raisedAt: at, by } = data;
    await this.timeline.execute(tx, {
      ...{ patientId, at, by, type: 'behavioral-health.safety-raised' },
      text: () => 'A safety item of a questionnaire is positive: the urgent path is open.',
    });
    await this.raiseSafety.execute(tx, data);
  }

  @OnEvent(behavioralConsentChanged)
  onConsent(@Payload() { data }: EventOf<typeof behavioralConsentChanged>, @Ctx() { tx }: EventContext): Promise<void> {
    const { patientId, at, recipient: partnerId } = data;
    return this.timeline.execute(tx, {
      ...{ patientId, at, partnerId, type: 'behavioral-health.consent-changed' },
      text: ({ partner }) => `The patient ${consentWords[data.state]} a release of behavioral health to ${partner}.`,
    });
  }

  @OnEvent(behavioralReleaseMade)
  onRelease(@Payload() { data }: EventOf<typeof behavioralReleaseMade>, @Ctx() { tx }: EventContext): Promise<void> {
    const { patientId, madeAt: at, recipient: partnerId } = data;
    return this.timeline.execute(tx, {
      ...{ patientId, at, partnerId, type: 'behavioral-health.release-made' },
      text: ({ partner }) => `Behavioral health released something to ${partner}, under the patient's consent.`,
    });
  }

  @OnEvent(behavioralReleaseWithheld)
  onWithheld(
    @Payload() { data }: EventOf<typeof behavioralReleaseWithheld>,
    @Ctx() { tx }: EventContext,
  ): Promise<void> {
    const { patientId, withheldAt: at } = data;
    return this.timeline.execute(tx, {
      ...{ patientId, at, type: 'behavioral-health.release-withheld' },
      text: () => 'Behavioral health withheld a release: whether it may leave could not be said.',
    });
  }
}
