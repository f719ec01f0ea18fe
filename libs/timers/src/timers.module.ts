import {
  type BeforeApplicationShutdown,
  type DynamicModule,
  Global,
  Module,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { Settings } from '#platform';
import { TimerAlarms } from './timer-alarms.js';
import { TimerFiring } from './timer-firing.js';
import { TimerHandlers } from './timer-handlers.js';
import { TimerSweep } from './timer-sweep.js';
import { TimerQueries } from './timer.queries.js';
import { timersController } from './timers.controller.js';
import { Timers } from './timers.js';

/** Gives a service its `Timers` and calls its `@OnTimer` handlers. A process without brokers (a test) fires nothing by itself. */
@Global()
@Module({})
export class TimersModule implements OnApplicationBootstrap, BeforeApplicationShutdown {
  constructor(
    private readonly settings: Settings,
    private readonly sweep: TimerSweep,
  ) {}

  static forRoot({ service }: { service: string }): DynamicModule {
    return {
      module: TimersModule,
      imports: [DiscoveryModule],
      controllers: [timersController(service)],
      providers: [Timers, TimerHandlers, TimerFiring, TimerAlarms, TimerQueries, TimerSweep],
      exports: [Timers, TimerQueries],
    };
  }

  onApplicationBootstrap(): void {
    if (this.settings.kafkaBrokers.length > 0) this.sweep.start();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.sweep.stop();
  }
}
