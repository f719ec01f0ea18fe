/**
 * A client of the public API for the demo, the seed and the acceptance tests. Every write carries an Idempotency-Key and
 * is repeated while a service is away, so a process that is killed in between is noticed only as a pause.
 */
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';

export interface Answer<Body = unknown> {
  status: number;
  body: Body;
  headers: Headers;
}

export interface Call {
  as: string;
  body?: unknown;
  headers?: Record<string, string>;
}

export class RequestFailed extends Error {
  readonly request: string;
  readonly answer: Answer;

  constructor(request: string, answer: Answer) {
    super(`${request} answered ${answer.status}: ${JSON.stringify(answer.body)}`);
    this.request = request;
    this.answer = answer;
  }
}

/** How long a service may be away before we give up. */
const patienceMs = 60_000;
const retryPauseMs = 250;

export class ApiClient {
  readonly baseUrl: string;
  private readonly tokens = new Map<string, Promise<string>>();
  private readonly getToken: (who: string) => Promise<string>;

  constructor(baseUrl: string, getToken: (who: string) => Promise<string>) {
    this.baseUrl = baseUrl;
    this.getToken = getToken;
  }

  /** Any answer, whatever its status; waits for a service that is away. */
  async call<Body = unknown>(method: string, path: string, { as, body, headers = {} }: Call): Promise<Answer<Body>> {
    const giveUpAt = performance.now() + patienceMs;
    const init: RequestInit = {
      method,
      headers: {
        authorization: `Bearer ${await this.token(as)}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(method === 'POST' ? { 'idempotency-key': randomUUID() } : {}),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    };
    for (;;) {
      const answer = await this.attempt<Body>(path, init);
      if (answer !== null) return answer;
      if (performance.now() > giveUpAt) throw new Error(`${method} ${path}: no answer for ${patienceMs / 1000} s`);
      await pause(retryPauseMs);
    }
  }

  /** The body of a successful answer; anything else throws `RequestFailed`. */
  async expect<Body = unknown>(method: string, path: string, call: Call): Promise<Body> {
    const answer = await this.call<Body>(method, path, call);
    if (answer.status >= 300) throw new RequestFailed(`${method} ${path}`, answer);
    return answer.body;
  }

  get<Body = unknown>(path: string, as: string): Promise<Body> {
    return this.expect<Body>('GET', path, { as });
  }

  post<Body = unknown>(path: string, as: string, body: unknown, headers?: Record<string, string>): Promise<Body> {
    return this.expect<Body>('POST', path, { as, body, ...(headers ? { headers } : {}) });
  }

  /** Every page of a list. */
  async all<Item>(path: string, as: string): Promise<Item[]> {
    const items: Item[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const query = `${path.includes('?') ? '&' : '?'}limit=200${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`;
      const page: { items: Item[]; next: string | null } = await this.get(`${path}${query}`, as);
      items.push(...page.items);
      cursor = page.next;
    }
    return items;
  }

  /** Asks again until the answer is what we wait for; says what was last seen when it never comes. */
  async until<Body>(what: string, read: () => Promise<Body>, isReady: (body: Body) => boolean): Promise<Body> {
    const giveUpAt = performance.now() + patienceMs;
    for (;;) {
      const body = await read();
      if (isReady(body)) return body;
      if (performance.now() > giveUpAt) throw new Error(`${what} did not happen; last seen: ${JSON.stringify(body)}`);
      await pause(25);
    }
  }

  private token(who: string): Promise<string> {
    const known = this.tokens.get(who) ?? this.getToken(who);
    this.tokens.set(who, known);
    return known;
  }

  /** Null: the service is away, ask again. */
  private async attempt<Body>(path: string, init: RequestInit): Promise<Answer<Body> | null> {
    try {
      const response = await fetch(new URL(path, this.baseUrl), init);
      if (response.status === 502 || response.status === 503 || response.status === 504) {
        await response.arrayBuffer();
        return null;
      }
      const text = await response.text();
      const isJson = /json/.test(response.headers.get('content-type') ?? '');
      return {
        status: response.status,
        headers: response.headers,
        body: (text && isJson ? JSON.parse(text) : text || null) as Body,
      };
    } catch (error) {
      // The connection was refused or cut. Tests have a TypeError of their own beside the one that fetch throws, so its name must do.
      if ((error as Error).name === 'TypeError') return null;
      throw error;
    }
  }
}
