import { Clock, type Transaction } from '#platform';
import { Injectable } from '@nestjs/common';
import { DateTime } from 'luxon';
import { DataSource } from 'typeorm';
import { DirectoryRepository } from '../projection/directory.repository.js';
import type { ListMoment } from './list-filter.js';

/** What "now" and "today" are for a list: today is the clinic's day. */
@Injectable()
export class ListMoments {
  constructor(
    private readonly dataSource: DataSource,
    private readonly directory: DirectoryRepository,
    private readonly clock: Clock,
  ) {}

  async now(from: Transaction = this.dataSource.manager): Promise<ListMoment> {
    const now = this.clock.now();
    const clinic = await this.directory.clinicCalendar(from);
    return { now, clinic, today: DateTime.fromJSDate(now, { zone: clinic.timeZone }).startOf('day') };
  }
}
