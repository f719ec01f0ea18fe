import type { Page } from '#contracts';

/** What the server says when it says no (RFC 9457). */
export interface Problem {
  type: string;
  title: string;
  status: number;
  detail: string;
  errors?: { path: string; message: string; needed?: string; found?: string; overridable?: boolean }[];
  [member: string]: unknown;
}

/** The server refused; `problem` says why in words for people. */
export class Refused extends Error {
  constructor(readonly problem: Problem) {
    super(problem.detail);
  }

  get isSignedOut(): boolean {
    return this.problem.status === 401;
  }
}

/** No answer came at all. */
export class Unreachable extends Error {}

interface Call {
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  body?: unknown;
  /** A body that is no JSON, with its media type. */
  text?: string;
  type?: string;
  headers?: Record<string, string>;
  signal?: AbortSignal;
}

export interface Answer<Body> {
  body: Body;
  /** The version in the ETag, for If-Match. */
  etag: string | null;
}

/**
 * One request to the API, with the browser's session. A change carries an Idempotency-Key, so that a repetition after a lost answer has no
 * second effect. Throws `Refused` or `Unreachable`.
 */
export async function call<Body>(
  path: string,
  { method = 'GET', body, text: plain, type = 'text/plain', headers = {}, signal }: Call = {},
): Promise<Answer<Body>> {
  let response: Response;
  try {
    response = await fetch(path, {
      method,
      credentials: 'same-origin',
      headers: {
        accept: 'application/json',
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(plain === undefined ? {} : { 'content-type': type }),
        ...(method === 'GET' ? {} : { 'x-throughline': 'web' }),
        ...(method === 'POST' ? { 'idempotency-key': crypto.randomUUID() } : {}),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(plain === undefined ? {} : { body: plain }),
      ...(signal ? { signal } : {}),
    });
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new Unreachable('The server does not answer.', { cause: error });
  }
  const text = await response.text();
  const said: unknown = text ? JSON.parse(text) : null;
  if (!response.ok) throw new Refused(said as Problem);
  return { body: said as Body, etag: response.headers.get('etag') };
}

export const get = async <Body>(path: string, signal?: AbortSignal): Promise<Body> =>
  (await call<Body>(path, signal ? { signal } : {})).body;

export const post = async <Body>(path: string, body: unknown = {}, headers?: Record<string, string>): Promise<Body> =>
  (await call<Body>(path, { method: 'POST', body, ...(headers ? { headers } : {}) })).body;

export const put = async <Body>(path: string, body: unknown): Promise<Body> =>
  (await call<Body>(path, { method: 'PUT', body })).body;

/** `?a=1&b=2` of what is set; nothing of what is not. */
export function queryOf(fields: Readonly<Record<string, string | number | boolean | null | undefined>>): string {
  const set = Object.entries(fields).filter(([, value]) => value !== undefined && value !== null && value !== '');
  return set.length === 0
    ? ''
    : `?${new URLSearchParams(set.map(([name, value]) => [name, String(value)])).toString()}`;
}

export type { Page };
