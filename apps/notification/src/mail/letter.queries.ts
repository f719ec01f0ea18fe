import { Injectable } from '@nestjs/common';
import type { BusinessCalendar } from '#contracts';
import type { Transaction } from '#platform';

const utc: BusinessCalendar = { timeZone: 'UTC', workDays: [1], opens: '00:00', closes: '23:59', closedDates: [] };

/** Who writes to whom: the clinic's name, and the calendar in which the reader counts. */
@Injectable()
export class LetterQueries {
  async find(tx: Transaction, partnerId: string): Promise<{ sender: string; calendar: BusinessCalendar }> {
    const [row] = await tx.query<{ sender: string | null; calendar: BusinessCalendar | null }[]>(
      `select (select name from partner where kind = 'clinic' order by partner_id limit 1) as sender,
              (select calendar from partner where partner_id = $1) as calendar`,
      [partnerId],
    );
    return { sender: row?.sender ?? 'Throughline', calendar: row?.calendar ?? utc };
  }
}
