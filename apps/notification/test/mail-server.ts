import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';

export interface ReceivedMail {
  raw: string;
  mail: ParsedMail;
  links: string[];
}

/** A mail server that takes what it is sent, or refuses it as it is told to. */
export class MailServer {
  /** What it says to a recipient; null: it takes it. */
  refusal: number | null = null;
  mails: ReceivedMail[] = [];

  private readonly server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onRcptTo: (_address, _session, done) => {
      done(this.refusal === null ? null : Object.assign(new Error('no'), { responseCode: this.refusal }));
    },
    onData: (stream, _session, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.once('end', () => {
        const raw = Buffer.concat(chunks).toString('utf8');
        void simpleParser(raw).then((mail) => {
          this.mails.push({ raw, mail, links: mail.text?.match(/https?:\S+/g) ?? [] });
          done();
        });
      });
    },
  });

  async start(): Promise<this> {
    const listening = once(this.server.server, 'listening');
    this.server.listen(0, '127.0.0.1');
    await listening;
    return this;
  }

  get url(): string {
    return `smtp://127.0.0.1:${(this.server.server.address() as AddressInfo).port}`;
  }

  get subjects(): (string | undefined)[] {
    return this.mails.map(({ mail }) => mail.subject);
  }

  forget(): void {
    this.mails = [];
    this.refusal = null;
  }

  async stop(): Promise<void> {
    await new Promise<void>((resolve) => this.server.close(() => resolve()));
  }
}
