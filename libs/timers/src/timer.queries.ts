import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { timersDue, timersPending } from './metrics.js';
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

export interface TimerCounts {
  due: number;
  pending: number;
  failing: number;
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

  /** `due`: their moment has come and they had no effect yet; `failing`: they were tried in vain. */
  async counts(now: Date): Promise<TimerCounts> {
    const [counts = { due: 0, pending: 0, failing: 0 }] = await this.dataSource.query<TimerCounts[]>(
      `select (count(*) filter (where due_at <= $2 and kind = any($1::text[])))::int as due,
              count(*)::int as pending, (count(*) filter (where attempts > 0))::int as failing
         from timer where state = 'pending'`,
      [this.handlers.kinds, now],
    );
    timersDue.set(counts.due);
    timersPending.set(counts.pending);
    return counts;
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
