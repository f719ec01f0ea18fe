import { Module } from '@nestjs/common';
import { MessagingModule, messagingMigrations } from '#messaging';
import { PlatformModule } from '#platform';
import { TimersModule, timersMigrations } from '#timers';
import { EpisodeModule } from './episode/episode.module.js';
import { EpisodeRow } from './episode/episode.entity.js';
import { behavioralHealthMigrations } from './migrations/index.js';

@Module({
  imports: [
    PlatformModule.forRoot({
      service: 'behavioral-health',
      auditSubjects: { '/api/behavioral-health/episodes': 'episode' },
      entities: [EpisodeRow],
      migrations: [...messagingMigrations, ...timersMigrations, ...behavioralHealthMigrations],
    }),
    MessagingModule.forRoot({ service: 'behavioral-health' }),
    TimersModule.forRoot({ service: 'behavioral-health' }),
    EpisodeModule,
  ],
})
export class AppModule {}
