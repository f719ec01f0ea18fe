import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type BackendName, backendNames } from '../src/gateway.settings.js';

export interface Received {
  method: string;
  url: string;
  headers: IncomingHttpHeaders;
  body: string;
}

/** A real HTTP server that stands for a service: keeps what it receives and answers what it is told to. */
export class LoopbackTarget {
  readonly received: Received[] = [];
  answer: { status: number; headers: Record<string, string>; body: string } = { status: 200, headers: {}, body: '{}' };
  private server: Server | null = null;
  private port = 0;

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** On the same port as before, when it was up before. */
  async start(): Promise<void> {
    this.server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const { method = '', url = '', headers } = request;
        this.received.push({ method, url, headers, body: Buffer.concat(chunks).toString('utf8') });
        response.writeHead(this.answer.status, this.answer.headers).end(this.answer.body);
      });
    });
    await new Promise<void>((resolve) => this.server?.listen(this.port, '127.0.0.1', resolve));
    this.port = (this.server.address() as AddressInfo).port;
  }

  async stop(): Promise<void> {
    const { server } = this;
    this.server = null;
    await new Promise<void>((resolve) => {
      if (!server) return resolve();
      server.close(() => resolve());
      server.closeAllConnections();
    });
  }
}

/** Every service at one address, but for those that are named. */
export const backendsAt = (
  url: string,
  others: Partial<Record<BackendName, string>> = {},
): Record<BackendName, string> =>
  ({ ...Object.fromEntries(backendNames.map((name) => [name, url])), ...others }) as Record<BackendName, string>;
