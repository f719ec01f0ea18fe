import { Module } from '@nestjs/common';
import { MessagingModule, messagingMigrations } from '#messaging';
import { PlatformModule } from '#platform';
import { TimersModule, timersMigrations } from '#timers';
import { EpisodeRow } from './episode/episode.entity.js';
import { EpisodeModule } from './episode/episode.module.js';
import { therapyMigrations } from './migrations/index.js';

@Module({
  imports: [
    PlatformModule.forRoot({
      service: 'therapy',
      auditSubjects: { '/api/therapy/episodes': 'episode' },
      entities: [EpisodeRow],
      migrations: [...messagingMigrations, ...timersMigrations, ...therapyMigrations],
    }),
    MessagingModule.forRoot({ service: 'therapy' }),
    TimersModule.forRoot({ service: 'therapy' }),
    EpisodeModule,
  ],
})
export class AppModule {}
