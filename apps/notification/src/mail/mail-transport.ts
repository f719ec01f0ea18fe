import { randomUUID } from 'node:crypto';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { createTransport, type Transporter } from 'nodemailer';
import { DataSource } from 'typeorm';
import { Clock } from '#platform';
import { delivered, notDelivered, type Outcome } from '../courier/outcome.js';
import { NotificationSettings } from '../notification.settings.js';

export interface Mail {
  to: string;
  subject: string;
  text: string;
  html: string;
  /** The same over all attempts of one message. */
  messageId: string;
}

const patienceMs = 10_000;
const accepted = 250;

/** The mail server of the settings; in an embedded start without one, a table that people can look into. */
@Injectable()
export class MailTransport implements OnApplicationShutdown {
  private readonly smtp: Transporter | null;

  constructor(
    private readonly settings: NotificationSettings,
    private readonly database: DataSource,
    private readonly clock: Clock,
  ) {
    const { smtpUrl } = settings;
    const limits = { connectionTimeout: patienceMs, greetingTimeout: patienceMs, socketTimeout: patienceMs };
    this.smtp =
      smtpUrl === null
        ? null
        : createTransport({ url: smtpUrl, ...limits, disableFileAccess: true, disableUrlAccess: true } as object);
  }

  /** False: this installation cannot send mail. */
  get isThere(): boolean {
    return this.smtp !== null || this.settings.capturesMail;
  }

  async send(mail: Mail): Promise<Outcome> {
    const begin = performance.now();
    const lasted = (): number => Math.round(performance.now() - begin);
    if (this.smtp === null) return this.capture(mail, lasted);
    try {
      const from = this.settings.mailFrom;
      const host = /@([^\s>]+)/.exec(from)?.[1] ?? 'throughline.invalid';
      const messageId = `<${mail.messageId}@${host}>`;
      await this.smtp.sendMail({ ...mail, from, messageId, headers: { 'auto-submitted': 'auto-generated' } });
      return delivered(accepted, lasted());
    } catch (error) {
      return refusal(error, lasted());
    }
  }

  onApplicationShutdown(): void {
    this.smtp?.close();
  }

  private async capture({ to, subject, text, messageId }: Mail, lasted: () => number): Promise<Outcome> {
    if (!this.settings.capturesMail) return notDelivered('no-mail-server', lasted(), { verdict: 'hopeless' });
    await this.database.query(
      'insert into captured_mail (id, at, recipient, subject, text, message_id) values ($1, $2, $3, $4, $5, $6)',
      [randomUUID(), this.clock.now(), to, subject, text, messageId],
    );
    return delivered(accepted, lasted());
  }
}

interface SmtpError extends Error {
  code?: string;
  command?: string;
  responseCode?: number;
}

/** What the server says of this recipient or this message for good is a bounce; everything else may be better later. */
function refusal(error: unknown, durationMs: number): Outcome {
  const { code = '', command = '', responseCode: status = null } = error as SmtpError;
  const isAboutMessage = code === 'EENVELOPE' || code === 'EMESSAGE';
  if (isAboutMessage && status !== null && status >= 500) {
    return notDelivered(`smtp-${status}`, durationMs, { status, verdict: 'bounced' });
  }
  // Cut off after the text was handed over: the server may have taken it.
  const mayHaveArrived = command === 'DATA' && status === null;
  return notDelivered(status === null ? smtpClass(code) : `smtp-${status}`, durationMs, { status, mayHaveArrived });
}

const smtpClass = (code: string): string =>
  ({ ETIMEDOUT: 'timeout', EAUTH: 'smtp-sign-in', EDNS: 'unknown-host', ETLS: 'tls' })[code] ?? 'connection';
