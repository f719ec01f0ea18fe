import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { timersDue } from './metrics.js';
import { TimerHandlers } from './timer-handlers.js';
import type { TimerState } from './timer.js';

/** How far ahead alarms are set; the rest is taken up by a later sweep. */
const alarmHorizonHours = 48;
const mostAlarmsAtOnce = 1000;

export interface Alarm {
  key: string;
  dueAt: Date;
}

export interface TimerRow extends Alarm {
  kind: string;
  state: TimerState;
  firedAt: Date | null;
}

@Injectable()
export class TimerQueries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly handlers: TimerHandlers,
  ) {}

  ofPlan(planId: string): Promise<TimerRow[]> {
    return this.dataSource.query(
      `select key, kind, due_at as "dueAt", state, fired_at as "firedAt" from timer
        where plan_id = $1 order by due_at, key`,
      [planId],
    );
  }

  /** Timers whose moment has come and that had no effect yet. */
  async countDue(now: Date): Promise<number> {
    const [{ due } = { due: 0 }] = await this.dataSource.query<{ due: number }[]>(
      `select count(*)::int as due from timer where state = 'pending' and kind = any($1::text[]) and due_at <= $2`,
      [this.handlers.kinds, now],
    );
    timersDue.set(due);
    return due;
  }

  async counts(now: Date): Promise<{ due: number; pending: number; failing: number }> {
    const due = await this.countDue(now);
    const [rest = { pending: 0, failing: 0 }] = await this.dataSource.query<{ pending: number; failing: number }[]>(
      `select count(*)::int as pending, (count(*) filter (where attempts > 0))::int as failing
         from timer where state = 'pending'`,
    );
    return { due, ...rest };
  }

  comingUp(now: Date): Promise<Alarm[]> {
    return this.dataSource.query(
      `select key, due_at as "dueAt" from timer
        where state = 'pending' and due_at > $1 and due_at <= $1::timestamptz + make_interval(hours => $2)
        order by due_at limit $3`,
      [now, alarmHorizonHours, mostAlarmsAtOnce],
    );
  }
}
