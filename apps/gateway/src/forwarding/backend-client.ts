import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import {
  Agent as HttpAgent,
  type IncomingHttpHeaders,
  type OutgoingHttpHeaders,
  request as httpRequest,
  type RequestOptions,
} from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import { type BackendName, GatewaySettings } from '../gateway.settings.js';

export interface BackendRequest {
  method: string;
  /** Path with query. */
  url: string;
  headers: OutgoingHttpHeaders;
  body?: Buffer | undefined;
  signal?: AbortSignal | undefined;
}

export interface BackendAnswer {
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

/** No whole answer came: refused, cut off, or too slow. */
export class BackendAway extends Error {
  constructor(
    readonly backend: BackendName,
    /** False when the service may still be working on the request. */
    readonly mayRepeat: boolean,
    cause: unknown,
  ) {
    super(`${backend} does not answer`, { cause });
  }
}

const slowestAnswerMs = 30_000;
const connectionFaults: readonly unknown[] = [
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'EHOSTUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
];
const sockets = { keepAlive: true, noDelay: true, maxSockets: 256, maxFreeSockets: 64, scheduling: 'lifo' } as const;

/** HTTP to the services over connections that stay open. Answers are read whole: they are small documents. */
@Injectable()
export class BackendClient implements OnApplicationShutdown {
  private readonly plainAgent = new HttpAgent(sockets);
  private readonly secureAgent = new HttpsAgent(sockets);

  constructor(private readonly settings: GatewaySettings) {}

  /** One attempt. Throws `BackendAway`. */
  async send(backend: BackendName, { method, url, headers, body, signal }: BackendRequest): Promise<BackendAnswer> {
    const target = new URL(this.settings.backends[backend]);
    const isSecure = target.protocol === 'https:';
    try {
      return await exchange(isSecure ? httpsRequest : httpRequest, body, {
        hostname: target.hostname,
        port: target.port,
        path: url,
        method,
        headers: body ? { ...headers, 'content-length': body.length } : headers,
        agent: isSecure ? this.secureAgent : this.plainAgent,
        timeout: slowestAnswerMs,
        ...(signal ? { signal } : {}),
      });
    } catch (error) {
      throw new BackendAway(backend, connectionFaults.includes((error as NodeJS.ErrnoException).code), error);
    }
  }

  onApplicationShutdown(): void {
    this.plainAgent.destroy();
    this.secureAgent.destroy();
  }
}

function exchange(
  request: typeof httpRequest,
  body: Buffer | undefined,
  options: RequestOptions,
): Promise<BackendAnswer> {
  return new Promise((resolve, reject) => {
    const outgoing = request(options, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      // A process that dies in the middle of its answer ends here too, as ECONNRESET.
      answer.once('error', reject);
      answer.once('end', () =>
        resolve({ status: answer.statusCode ?? 502, headers: answer.headers, body: Buffer.concat(chunks) }),
      );
    });
    outgoing.once('error', reject);
    outgoing.once('timeout', () => outgoing.destroy(new Error(`nothing for ${slowestAnswerMs} ms`)));
    outgoing.end(body);
  });
}
