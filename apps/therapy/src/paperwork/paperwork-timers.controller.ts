import { Controller } from '@nestjs/common';
import { Outbox } from '#messaging';
import { type DueTimer, OnTimer, type TimerContext } from '#timers';
import { paperworkTimer } from './paperwork.js';
import { overdueEvent } from './paperwork.events.js';
import { PaperworkRepository } from './paperwork.repository.js';

/** Its day has gone by: the coordinator hears of it, once. */
@Controller()
export class PaperworkTimersController {
  constructor(
    private readonly rows: PaperworkRepository,
    private readonly outbox: Outbox,
  ) {}

  @OnTimer(paperworkTimer)
  async onDue({ data }: DueTimer, { tx, now }: TimerContext): Promise<void> {
    const episodeId = String(data['episodeId']);
    const course = await this.rows.course(tx, episodeId);
    const owed = (await this.rows.of(tx, episodeId)).find(({ kind }) => kind === data['kind']);
    if (!course || !owed || owed.dueOn === null || owed.isTold) return;
    const { partnerId, kind, dueOn, source } = owed;
    await this.rows.told(tx, episodeId, partnerId, kind);
    await this.outbox.append(tx, overdueEvent({ ...course, partnerId }, { kind, dueOn, source }, now));
  }
}
