import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import {
  handoffAcknowledged,
  handoffAssigned,
  handoffExtended,
  handoffIssued,
  handoffSuperseded,
  handoffUnassigned,
  handoffWithdrawn,
} from '#contracts';
import { OnEvent, type EventContext, type EventOf } from '#messaging';
import { FollowHandoff } from './follow-handoff.use-case.js';
import { JoinAssignedPartner } from './join-assigned-partner.use-case.js';
import { RecordAcknowledgement } from './record-acknowledgement.use-case.js';

@Controller()
export class HandoffEventsController {
  constructor(
    private readonly followHandoff: FollowHandoff,
    private readonly joinAssignedPartner: JoinAssignedPartner,
    private readonly recordAcknowledgement: RecordAcknowledgement,
  ) {}

  @OnEvent(handoffIssued)
  onIssued(@Payload() { data }: EventOf<typeof handoffIssued>, @Ctx() { tx }: EventContext): Promise<void> {
    return this.followHandoff.execute(tx, { name: 'handoff.issued', data });
  }

  @OnEvent(handoffExtended)
  onExtended(@Payload() { data }: EventOf<typeof handoffExtended>, @Ctx() { tx }: EventContext): Promise<void> {
    return this.followHandoff.execute(tx, { name: 'handoff.extended', data });
  }

  @OnEvent(handoffSuperseded)
  onSuperseded(@Payload() { data }: EventOf<typeof handoffSuperseded>, @Ctx() { tx }: EventContext): Promise<void> {
    return this.followHandoff.execute(tx, { name: 'handoff.superseded', data });
  }

  @OnEvent(handoffWithdrawn)
  onWithdrawn(@Payload() { data }: EventOf<typeof handoffWithdrawn>, @Ctx() { tx }: EventContext): Promise<void> {
    return this.followHandoff.execute(tx, { name: 'handoff.withdrawn', data });
  }

  @OnEvent(handoffUnassigned)
  onUnassigned(@Payload() { data }: EventOf<typeof handoffUnassigned>, @Ctx() { tx }: EventContext): Promise<void> {
    return this.followHandoff.execute(tx, { name: 'handoff.unassigned', data });
  }

  @OnEvent(handoffAssigned)
  onAssigned(@Payload() { data }: EventOf<typeof handoffAssigned>, @Ctx() { tx }: EventContext): Promise<void> {
    return this.joinAssignedPartner.execute(tx, data);
  }

  @OnEvent(handoffAcknowledged)
  onAcknowledged(@Payload() { data }: EventOf<typeof handoffAcknowledged>, @Ctx() { tx }: EventContext): Promise<void> {
    return this.recordAcknowledgement.execute(tx, data);
  }
}
