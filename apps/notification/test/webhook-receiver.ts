import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { Webhook } from 'svix';

export interface Received {
  id: string;
  body: { type: string; data: Record<string, unknown> };
  headers: IncomingHttpHeaders;
  /** The receiver's own dedupe: false for a message that it acknowledged before. */
  isNew: boolean;
}

type Behaviour = (response: ServerResponse, received: Received) => void | Promise<void>;
export const answer =
  (status: number, headers: Record<string, string> = {}, text = ''): Behaviour =>
  (response) =>
    void response.writeHead(status, headers).end(text);

/** A partner's system: verifies each message with an independent library, and answers as it is told to. */
export class WebhookReceiver {
  behaviour: Behaviour = answer(204);
  /** What signs; messages that none of them verifies are counted. */
  secrets: string[] = [];
  readonly received: Received[] = [];
  unverified = 0;
  private readonly acknowledged = new Set<string>();
  private readonly sockets = new Set<Socket>();
  private readonly server: Server;

  constructor() {
    this.server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.once('end', () => {
        const text = Buffer.concat(chunks).toString('utf8');
        if (!this.isVerified(text, request.headers)) {
          this.unverified += 1;
          response.writeHead(401).end();
          return;
        }
        const id = String(request.headers['webhook-id']);
        const body = JSON.parse(text) as Received['body'];
        const received = { id, body, headers: request.headers, isNew: !this.acknowledged.has(id) };
        this.received.push(received);
        response.once('finish', () => {
          if (response.statusCode >= 200 && response.statusCode < 300) this.acknowledged.add(id);
        });
        void this.behaviour(response, received);
      });
    });
    this.server.on('connection', (socket) => {
      this.sockets.add(socket);
      socket.once('close', () => this.sockets.delete(socket));
    });
  }

  async start(): Promise<this> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    return this;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/hook`;
  }

  /** Ids in the order in which they came, each once. */
  get ids(): string[] {
    return [...new Set(this.received.map(({ id }) => id))];
  }

  handoffs(): string[] {
    return this.received.map(({ body }) => String(body.data['handoffId']));
  }

  forget(): void {
    this.received.length = 0;
    this.unverified = 0;
    this.behaviour = answer(204);
  }

  async stop(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private isVerified(text: string, headers: IncomingHttpHeaders): boolean {
    return this.secrets.some((secret) => {
      try {
        new Webhook(secret).verify(text, headers as Record<string, string>);
        return true;
      } catch {
        return false;
      }
    });
  }
}
