import { Inject, Injectable } from '@nestjs/common';
import type { Logger } from 'pino';
import { DataSource } from 'typeorm';
import { LOGGER } from '../telemetry/logger.js';
import { Retention } from './retention.js';

/** Nobody repeats a request after so long; the stored answers hold what callers saw, and are not kept for nothing. */
const keepDays = 30;

/** Forgets the keys, and answers, of requests that are not repeated any more: callers repeat by their own clocks. */
@Injectable()
export class IdempotencyRetention extends Retention {
  constructor(dataSource: DataSource, @Inject(LOGGER) logger: Logger) {
    super(dataSource, logger, {
      name: 'idempotency',
      everyHours: 1,
      keep: keepDays,
      statement: `delete from idempotency_key where ctid = any(array(
             select ctid from idempotency_key where created_at < now() - make_interval(days => $1) limit $2))`,
    });
  }
}
