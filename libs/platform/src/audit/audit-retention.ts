import { Inject, Injectable } from '@nestjs/common';
import type { Logger } from 'pino';
import { DataSource } from 'typeorm';
import { Settings } from '../config/settings.js';
import { Retention } from '../database/retention.js';
import { LOGGER } from '../telemetry/logger.js';

/** Forgets entries that are old enough and were exported. Their seals stay, so the chain goes on from its beginning. */
@Injectable()
export class AuditRetention extends Retention {
  constructor(dataSource: DataSource, settings: Settings, @Inject(LOGGER) logger: Logger) {
    super(dataSource, logger, {
      name: 'audit',
      everyHours: 6,
      keep: settings.auditRetentionYears,
      statement: `delete from audit_entry where id = any(array(
             select e.id from audit_entry e join audit_seal s on s.entry_id = e.id
              where e.recorded_at < now() - make_interval(years => $1)
                and s.number <= (select max(up_to) from audit_export)
              limit $2))`,
    });
  }
}
