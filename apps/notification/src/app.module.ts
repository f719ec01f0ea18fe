import { Module } from '@nestjs/common';
import { MessagingModule, messagingMigrations } from '#messaging';
import { PlatformModule } from '#platform';
import { TimersModule, timersMigrations } from '#timers';
import { ClaimDeliveries } from './courier/claim-deliveries.js';
import { Courier } from './courier/courier.js';
import { CourierWork } from './courier/courier-work.js';
import { TakeInHand } from './courier/take-in-hand.js';
import { CourierSweep } from './courier/courier-sweep.js';
import { DeliveryGauges } from './courier/delivery-gauges.js';
import { DeliveryTimersController } from './courier/delivery-timers.controller.js';
import { Letters } from './courier/letters.js';
import { RecordAttempt } from './courier/record-attempt.use-case.js';
import { Senders } from './courier/senders.js';
import { WebhookSender } from './courier/webhook-sender.js';
import { CancelDelivery } from './delivery/cancel-delivery.use-case.js';
import { ConsentRepository } from './delivery/consent.repository.js';
import { DeliverHandoff } from './delivery/deliver-handoff.use-case.js';
import { DeliverySteps } from './delivery/delivery-steps.js';
import { DeliveryController } from './delivery/delivery.controller.js';
import { DeliveryRow } from './delivery/delivery.entity.js';
import { DeliveryQueries } from './delivery/delivery.queries.js';
import { DeliveryRepository } from './delivery/delivery.repository.js';
import { DispatchTools } from './delivery/dispatch-tools.js';
import { Dispatch } from './delivery/dispatch.js';
import { HandoffEventsController } from './delivery/handoff-events.controller.js';
import { OtherChannel } from './delivery/other-channel.js';
import { NoticeEventsController } from './delivery/notice-events.controller.js';
import { ReleaseEventsController } from './delivery/release-events.controller.js';
import { RenewDelivery } from './delivery/renew-delivery.use-case.js';
import { ResendDeliveries } from './delivery/resend-deliveries.use-case.js';
import { RetractHandoff } from './delivery/retract-handoff.use-case.js';
import { TellPartner } from './delivery/tell-partner.use-case.js';
import { ChangeEndpoint } from './endpoint/change-endpoint.use-case.js';
import { EndpointController } from './endpoint/endpoint.controller.js';
import { EndpointHealthController } from './endpoint/endpoint-health.controller.js';
import { EndpointRow } from './endpoint/endpoint.entity.js';
import { EndpointQueries } from './endpoint/endpoint.queries.js';
import { EndpointRepository } from './endpoint/endpoint.repository.js';
import { RegisterEndpoint } from './endpoint/register-endpoint.use-case.js';
import { TestEndpoint } from './endpoint/test-endpoint.use-case.js';
import { WebhookUrls } from './endpoint/webhook-urls.js';
import { CapturedMailController } from './mail/captured-mail.controller.js';
import { CapturedMailQueries } from './mail/captured-mail.queries.js';
import { GuestLinks } from './link/guest-links.js';
import { HandoffLinkEventsController } from './link/handoff-link-events.controller.js';
import { IssueLink } from './link/issue-link.use-case.js';
import { LinkController } from './link/link.controller.js';
import { LinkQueries } from './link/link.queries.js';
import { LinkRepository } from './link/link.repository.js';
import { LinkRow } from './link/link.entity.js';
import { OpenLink } from './link/open-link.use-case.js';
import { RenewLink } from './link/renew-link.use-case.js';
import { HandoffLinks } from './mail/handoff-links.js';
import { LetterQueries } from './mail/letter.queries.js';
import { MailTransport } from './mail/mail-transport.js';
import { notificationMigrations } from './migrations/index.js';
import { NotificationSettings, readNotificationSettings } from './notification.settings.js';
import { AnnouncePartners } from './partner/announce-partners.use-case.js';
import { ImportPartners } from './partner/import-partners.use-case.js';
import { PartnerCsvController } from './partner/partner-csv.controller.js';
import { PartnerController } from './partner/partner.controller.js';
import { PartnerReachController } from './partner/partner-reach.controller.js';
import { PartnerReachQueries } from './partner/partner-reach.queries.js';
import { PartnerRow } from './partner/partner.entity.js';
import { PartnerQueries } from './partner/partner.queries.js';
import { PartnerRepository } from './partner/partner.repository.js';
import { RegisterPartner } from './partner/register-partner.use-case.js';
import { UpdatePartner } from './partner/update-partner.use-case.js';
import { Sealer } from './sealer.js';

const partner = [
  PartnerQueries,
  PartnerReachQueries,
  PartnerRepository,
  RegisterPartner,
  UpdatePartner,
  ImportPartners,
  AnnouncePartners,
];
const endpoint = [EndpointQueries, EndpointRepository, RegisterEndpoint, ChangeEndpoint, TestEndpoint, WebhookUrls];
const delivery = [
  DeliveryQueries,
  DeliveryRepository,
  ConsentRepository,
  DeliverySteps,
  OtherChannel,
  Dispatch,
  DispatchTools,
  DeliverHandoff,
  CancelDelivery,
  RetractHandoff,
  ResendDeliveries,
  RenewDelivery,
  TellPartner,
];
const courier = [
  Courier,
  CourierWork,
  CourierSweep,
  ClaimDeliveries,
  TakeInHand,
  RecordAttempt,
  Senders,
  WebhookSender,
  Letters,
  DeliveryGauges,
];
const mail = [MailTransport, CapturedMailQueries, LetterQueries, { provide: HandoffLinks, useClass: GuestLinks }];
const link = [LinkQueries, LinkRepository, IssueLink, OpenLink, RenewLink];

/** Organizations, their endpoints and what is on its way to them decide about one another within one transaction: one module. */
@Module({
  imports: [
    PlatformModule.forRoot({
      service: 'notification',
      auditSubjects: { '/api/deliveries': 'delivery', '/api/links': 'handoff_link' },
      entities: [PartnerRow, EndpointRow, DeliveryRow, LinkRow],
      migrations: [...messagingMigrations, ...timersMigrations, ...notificationMigrations],
    }),
    MessagingModule.forRoot({ service: 'notification' }),
    TimersModule.forRoot({ service: 'notification' }),
  ],
  controllers: [
    PartnerController,
    PartnerCsvController,
    PartnerReachController,
    EndpointController,
    EndpointHealthController,
    DeliveryController,
    HandoffEventsController,
    NoticeEventsController,
    ReleaseEventsController,
    DeliveryTimersController,
    CapturedMailController,
    LinkController,
    HandoffLinkEventsController,
  ],
  providers: [
    { provide: NotificationSettings, useFactory: () => readNotificationSettings(process.env) },
    Sealer,
    ...partner,
    ...endpoint,
    ...delivery,
    ...courier,
    ...mail,
    ...link,
  ],
})
export class AppModule {}
