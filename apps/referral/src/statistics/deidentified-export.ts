import { createHmac, randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import { referralStages, type StatisticsQuery } from '#contracts';
import { Injectable } from '@nestjs/common';
import { stringify } from 'csv-stringify';
import { DateTime } from 'luxon';
import { toTenths } from '../figures.js';
import { ListMoments } from '../worklist/list-moments.js';
import { ageAtSending } from './age-at-sending.js';
import { businessDays, type CalendarOf } from './loop-figures.js';
import { type LoopRow, LoopRows } from './loop-rows.js';
import { periodOf } from './statistics-period.js';
import { StatisticsQueries } from './statistics.queries.js';

const timed = referralStages.filter((stage) => stage !== 'sent');
const columns = ['case', 'patient', 'age', 'role', 'partner', 'week sent', 'state', 'declined for'];
const waits = timed.map((stage) => `business days to ${stage}`);

/**
 * The referrals of a period without anything that says who they are about: no name, no record number, no date but the week of sending, ages in
 * bands. Ids are keyed hashes, and the key is thrown away with the answer, so that two exports cannot be laid side by side.
 */
@Injectable()
export class DeidentifiedExport {
  constructor(
    private readonly moments: ListMoments,
    private readonly rows: LoopRows,
    private readonly statistics: StatisticsQueries,
  ) {}

  async stream(query: StatisticsQuery): Promise<Readable> {
    const moment = await this.moments.now();
    const period = periodOf(query, moment);
    const calendarOf = await this.statistics.calendarOf(moment);
    const text = stringify({ header: true, columns: [...columns, ...waits], escape_formulas: true, bom: true });
    const lines = Readable.from(this.lines(this.rows.referrals(period), calendarOf, period.timeZone));
    lines.on('error', (error) => text.destroy(error));
    return lines.pipe(text);
  }

  private async *lines(
    rows: AsyncGenerator<LoopRow>,
    calendarOf: CalendarOf,
    zone: string,
  ): AsyncGenerator<(string | number | null)[]> {
    const key = randomBytes(32);
    const hidden = (id: string): string => createHmac('sha256', key).update(id).digest('hex').slice(0, 16);
    for await (const row of rows) {
      const calendar = calendarOf(row.partnerId);
      const sentIn = DateTime.fromJSDate(row.sent, { zone });
      yield [
        hidden(row.id),
        hidden(row.patientId),
        row.birthDate === null ? null : ageAtSending(row.birthDate, sentIn),
        row.role,
        row.partnerId,
        sentIn.toFormat("kkkk-'W'WW"),
        row.state,
        row.state === 'declined' ? row.family : null,
        ...timed.map((stage) => {
          const at = row[stage];
          return at === null ? null : toTenths(businessDays(row.sent, at, calendar));
        }),
      ];
    }
  }
}
