import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import {
  careTeamMemberEnded,
  careTeamMemberJoined,
  handoffAssigned,
  partnerRegistered,
  partnerUpdated,
  referralAccepted,
} from '#contracts';
import { OnEvent, type EventContext, type EventOf } from '#messaging';
import { CareTeamRepository } from './care-team.repository.js';
import { SiteRepository } from './site.repository.js';

/** Who there is, when it is open, and who treats whom. */
@Controller()
export class DirectoryEventsController {
  constructor(
    private readonly sites: SiteRepository,
    private readonly team: CareTeamRepository,
  ) {}

  @OnEvent(partnerRegistered)
  onRegistered(@Payload() { data }: EventOf<typeof partnerRegistered>, @Ctx() { tx }: EventContext): Promise<void> {
    return this.sites.save(tx, data.partner);
  }

  @OnEvent(partnerUpdated)
  onUpdated(@Payload() { data }: EventOf<typeof partnerUpdated>, @Ctx() { tx }: EventContext): Promise<void> {
    return this.sites.save(tx, data.partner);
  }

  @OnEvent(careTeamMemberJoined)
  onJoined(@Payload() { data }: EventOf<typeof careTeamMemberJoined>, @Ctx() { tx }: EventContext): Promise<void> {
    return this.team.keep(tx, { ...data.member, planId: data.planId, patientId: data.patientId });
  }

  @OnEvent(careTeamMemberEnded)
  onEnded(@Payload() { data }: EventOf<typeof careTeamMemberEnded>, @Ctx() { tx }: EventContext): Promise<void> {
    return this.team.keep(tx, { ...data, status: 'ended' });
  }

  @OnEvent(handoffAssigned)
  onAssigned(@Payload() { data }: EventOf<typeof handoffAssigned>, @Ctx() { tx }: EventContext): Promise<void> {
    return this.team.keep(tx, { ...data, status: 'active' });
  }

  @OnEvent(referralAccepted)
  onAccepted(@Payload() { data }: EventOf<typeof referralAccepted>, @Ctx() { tx }: EventContext): Promise<void> {
    return this.team.accept(tx, data);
  }
}
