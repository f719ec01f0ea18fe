import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { MessagingOptions } from '../messaging.options.js';

/**
 * Counts, before the work, the starts of messages that may have been in hand when a process died. A message that kills its
 * process leaves no error behind, only starts without an end.
 */
@Injectable()
export class StartedAttempts {
  constructor(
    private readonly dataSource: DataSource,
    private readonly options: MessagingOptions,
  ) {}

  /** Which of these events were started before and never ended. */
  async unfinished(eventIds: readonly string[]): Promise<Set<string>> {
    const rows = await this.dataSource.query<{ id: string }[]>(
      `select event_id as id from started_attempt where consumer = $1 and event_id = any($2::uuid[])`,
      [this.options.service, eventIds],
    );
    return new Set(rows.map(({ id }) => id));
  }

  /** How often this event was started, this time included. Committed at once: it must survive what may follow. */
  async count(eventId: string): Promise<number> {
    const [row] = await this.dataSource.query<{ started: number }[]>(
      `insert into started_attempt (consumer, event_id, started) values ($1, $2, 1)
       on conflict (consumer, event_id) do update set started = started_attempt.started + 1
       returning started`,
      [this.options.service, eventId],
    );
    return row?.started ?? 1;
  }

  async forget(eventId: string): Promise<void> {
    await this.dataSource.query(`delete from started_attempt where consumer = $1 and event_id = $2`, [
      this.options.service,
      eventId,
    ]);
  }
}
