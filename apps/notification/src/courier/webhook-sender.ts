import { type IncomingMessage, request as plainRequest, type RequestOptions } from 'node:http';
import { request as secureRequest } from 'node:https';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { RequestFilteringHttpAgent, RequestFilteringHttpsAgent } from 'request-filtering-agent';
import { Clock } from '#platform';
import { retryAfterMs } from '../delivery/retry-schedule.js';
import { NotificationSettings } from '../notification.settings.js';
import { delivered, notDelivered, type Outcome } from './outcome.js';
import { signedHeaders, type SignedMessage } from './webhook-signature.js';

const slowestAnswerMs = 10_000;
const mostAnswerBytes = 65_536;
export const mostBodyBytes = 262_144;

export interface WebhookMessage extends SignedMessage {
  url: string;
  /** Those that sign at this moment. */
  secrets: readonly string[];
  /** Null: a test, which is no message. */
  sequence?: string | null;
}

/** What one exchange led to: the whole answer, or what went wrong and whether the request had left before. */
type Exchange = { answer: IncomingMessage } | { error: NodeJS.ErrnoException; hadLeft: boolean };

/**
 * One POST, signed, to an address that is checked when the connection is made (a name may stand for another address by then). Redirects
 * are not followed. Only a whole answer with a 2xx status is proof.
 */
@Injectable()
export class WebhookSender implements OnApplicationShutdown {
  private readonly agents;

  constructor(
    settings: NotificationSettings,
    private readonly clock: Clock,
  ) {
    const allowed = settings.allowsPrivateWebhooks;
    const options = { keepAlive: false, allowPrivateIPAddress: allowed, allowMetaIPAddress: allowed };
    this.agents = {
      'http:': new RequestFilteringHttpAgent(options),
      'https:': new RequestFilteringHttpsAgent(options),
    };
  }

  async send(message: WebhookMessage): Promise<Outcome> {
    const begin = performance.now();
    const lasted = (): number => Math.round(performance.now() - begin);
    if (Buffer.byteLength(message.body) > mostBodyBytes) return notDelivered('too-large', 0, { verdict: 'hopeless' });
    const exchange = await this.exchange(message);
    if (!('answer' in exchange)) {
      return notDelivered(errorClass(exchange.error), lasted(), { mayHaveArrived: exchange.hadLeft });
    }
    return verdictOf(exchange.answer, lasted(), this.clock.now());
  }

  onApplicationShutdown(): void {
    for (const agent of Object.values(this.agents)) agent.destroy();
  }

  private exchange(message: WebhookMessage): Promise<Exchange> {
    const url = new URL(message.url);
    const isSecure = url.protocol === 'https:';
    const options: RequestOptions = {
      method: 'POST',
      agent: isSecure ? this.agents['https:'] : this.agents['http:'],
      headers: {
        'content-type': 'application/cloudevents+json',
        'content-length': Buffer.byteLength(message.body),
        'user-agent': 'Throughline',
        ...signedHeaders(message, message.secrets),
        ...(message.sequence ? { 'throughline-sequence': message.sequence } : {}),
      },
      signal: AbortSignal.timeout(slowestAnswerMs),
    };
    return new Promise((resolve) => {
      let hadLeft = false;
      const fail = (error: NodeJS.ErrnoException): void => resolve({ error, hadLeft });
      try {
        const outgoing = (isSecure ? secureRequest : plainRequest)(url, options, (answer) => {
          readWhole(answer, (error) => (error === null ? resolve({ answer }) : fail(error)));
        });
        outgoing.once('socket', (socket) => {
          socket.once(isSecure ? 'secureConnect' : 'connect', () => (hadLeft = true));
        });
        outgoing.once('error', fail);
        outgoing.end(message.body);
      } catch (error) {
        fail(error as NodeJS.ErrnoException); // an address that may not be reached is refused before anything is sent
      }
    });
  }
}

/** Reads the answer to its end, or to the most we read; nothing of it is kept. */
function readWhole(answer: IncomingMessage, done: (error: NodeJS.ErrnoException | null) => void): void {
  let bytes = 0;
  answer.on('data', (chunk: Buffer) => {
    bytes += chunk.length;
    if (bytes <= mostAnswerBytes) return;
    done(null);
    answer.destroy();
  });
  answer.once('error', done);
  answer.once('end', () => done(null));
}

function verdictOf(answer: IncomingMessage, durationMs: number, now: Date): Outcome {
  const status = answer.statusCode ?? 0;
  if (status >= 200 && status < 300) return delivered(status, durationMs);
  if (status >= 300 && status < 400) return notDelivered('redirect', durationMs, { status });
  const retryAfter = retryAfterMs(answer.headers['retry-after'], now);
  const verdict = status === 410 ? 'gone' : 'try-again';
  return notDelivered(`http-${status}`, durationMs, { status, verdict, retryAfterMs: retryAfter });
}

const classes: Record<string, string> = {
  ABORT_ERR: 'timeout',
  ECONNREFUSED: 'connection-refused',
  ECONNRESET: 'connection-cut',
  EPIPE: 'connection-cut',
  ENOTFOUND: 'unknown-host',
  EAI_AGAIN: 'unknown-host',
  EHOSTUNREACH: 'unreachable',
  ENETUNREACH: 'unreachable',
  ETIMEDOUT: 'timeout',
};

function errorClass({ code = '', name, message }: NodeJS.ErrnoException): string {
  if (/is not allowed/.test(message)) return 'private-address';
  if (name === 'AbortError' || name === 'TimeoutError') return 'timeout';
  if (/CERT|TLS|SSL|SELF_SIGNED/.test(code)) return 'tls';
  return classes[code] ?? 'connection';
}
