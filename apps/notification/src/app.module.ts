import { Module } from '@nestjs/common';
import { MessagingModule, messagingMigrations } from '#messaging';
import { PlatformModule } from '#platform';
import { TimersModule, timersMigrations } from '#timers';
import { DeliveryModule } from './delivery/delivery.module.js';
import { DeliveryRow } from './delivery/delivery.entity.js';
import { notificationMigrations } from './migrations/index.js';
import { PartnerModule } from './partner/partner.module.js';
import { PartnerRow } from './partner/partner.entity.js';

@Module({
  imports: [
    PlatformModule.forRoot({
      service: 'notification',
      auditSubjects: { '/api/deliveries': 'delivery' },
      entities: [PartnerRow, DeliveryRow],
      migrations: [...messagingMigrations, ...timersMigrations, ...notificationMigrations],
    }),
    MessagingModule.forRoot({ service: 'notification' }),
    TimersModule.forRoot({ service: 'notification' }),
    PartnerModule,
    DeliveryModule,
  ],
})
export class AppModule {}
