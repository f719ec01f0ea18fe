/** A partner's own system for the cases: checks each signature by hand, as the guide tells partners to, and answers as it is told. */
import { createHmac, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export class CaseReceiver {
  /** What it answers with. */
  status = 204;
  secret = '';
  /** Messages it took, by id: a repetition is no second message. */
  readonly taken = new Map<string, { type: string; data: Record<string, unknown> }>();
  /** How often each message came, answered or not. */
  readonly tries = new Map<string, number>();
  unsigned = 0;
  private readonly server: Server;

  constructor() {
    this.server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.once('end', () => {
        response.writeHead(this.take(request, Buffer.concat(chunks).toString('utf8'))).end();
      });
    });
  }

  async start(): Promise<string> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/throughline`;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private take({ headers }: IncomingMessage, body: string): number {
    const id = String(headers['webhook-id']);
    if (!this.isSigned(id, headers, body)) {
      this.unsigned += 1;
      return 401;
    }
    this.tries.set(id, (this.tries.get(id) ?? 0) + 1);
    const isTaken = this.status >= 200 && this.status < 300;
    if (isTaken) this.taken.set(id, JSON.parse(body) as { type: string; data: Record<string, unknown> });
    return this.status;
  }

  private isSigned(id: string, headers: IncomingMessage['headers'], body: string): boolean {
    const key = Buffer.from(this.secret.replace(/^whsec_/, ''), 'base64');
    const expected = createHmac('sha256', key)
      .update(`${id}.${String(headers['webhook-timestamp'])}.${body}`)
      .digest();
    return String(headers['webhook-signature'])
      .split(' ')
      .map((signature) => Buffer.from(signature.replace(/^v1,/, ''), 'base64'))
      .some((signature) => signature.length === expected.length && timingSafeEqual(signature, expected));
  }
}
