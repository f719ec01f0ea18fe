import { Controller, Get, Query } from '@nestjs/common';
import { z } from 'zod';
import { capturedMailQuery, capturedMails, DomainError, type CapturedMail } from '#contracts';
import { Answers, Public } from '#platform';
import { NotificationSettings } from '../notification.settings.js';
import { CapturedMailQueries } from './captured-mail.queries.js';

/** Embedded start only, where nobody needs a password either; elsewhere there is nothing here. */
@Controller('api/dev/mail')
export class CapturedMailController {
  constructor(
    private readonly mails: CapturedMailQueries,
    private readonly settings: NotificationSettings,
  ) {}

  @Get()
  @Public()
  @Answers(capturedMails)
  async list(
    @Query({ schema: capturedMailQuery }) { to }: z.infer<typeof capturedMailQuery>,
  ): Promise<{ items: CapturedMail[] }> {
    if (!this.settings.capturesMail) throw new DomainError('not-found', 'There is nothing here.');
    return { items: await this.mails.list(to) };
  }
}
