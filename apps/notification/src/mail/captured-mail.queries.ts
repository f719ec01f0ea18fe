import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { CapturedMail } from '#contracts';

interface Row {
  id: string;
  at: Date;
  recipient: string;
  subject: string;
  text: string;
  message_id: string;
}

/** What a look at the outbox shows at most. */
const mostShown = 200;

@Injectable()
export class CapturedMailQueries {
  constructor(private readonly database: DataSource) {}

  /** Newest first. */
  async list(to: string | undefined): Promise<CapturedMail[]> {
    const rows = await this.database.query<Row[]>(
      `select id, at, recipient, subject, text, message_id from captured_mail
        where $1::text is null or recipient = $1 order by at desc, id desc limit ${mostShown}`,
      [to ?? null],
    );
    return rows.map(({ id, at, recipient, subject, text, message_id: messageId }) => ({
      ...{ id, at: at.toISOString(), to: recipient, subject, text, messageId },
    }));
  }
}
