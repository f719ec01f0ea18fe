import { createHash } from 'node:crypto';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { DomainError } from '#contracts';
import type { AuthenticatedRequest } from '../auth/access.js';
import { refuseDeep } from '../http/body-depth.js';
import { headerParameter } from '../http/header-parameter.js';

/** What makes a request the same request: the caller and the caller's key; the fingerprint of route and body must fit. */
export interface IdempotentRequest {
  /** Keys of different callers never meet. */
  actor: string;
  /** Null: the caller sent no Idempotency-Key. */
  key: string | null;
  fingerprint: string;
}

const longestKey = 200;

/** Parameter: the request's Idempotency-Key with its fingerprint, for `Transactions.once`. */
export const Idempotency = createParamDecorator(
  (_: unknown, context: ExecutionContext): IdempotentRequest =>
    idempotentRequest(context.switchToHttp().getRequest<AuthenticatedRequest>()),
  [
    headerParameter('Idempotency-Key', {
      description: 'With the same key a repeated request has no second effect and gets the first answer.',
      required: false,
      example: '4b1d2f7a-0f9e-4c11-9a53-1de1f1f9a2b6',
    }),
  ],
);

function idempotentRequest(request: AuthenticatedRequest): IdempotentRequest {
  const header = request.headers['idempotency-key'];
  const key = typeof header === 'string' && header !== '' ? header : null;
  if (key !== null && key.length > longestKey) {
    throw new DomainError('invalid-input', 'Idempotency-Key is too long.', [
      { path: 'Idempotency-Key', message: `at most ${longestKey} characters` },
    ]);
  }
  refuseDeep(request.body);
  const parts = [request.method, request.url, request.headers['if-match'] ?? '', JSON.stringify(request.body ?? null)];
  return {
    actor: request.user?.sub ?? '',
    key,
    fingerprint: createHash('sha256').update(parts.join('\n')).digest('hex'),
  };
}

export async function replayOrRun<T>(
  tx: EntityManager,
  request: IdempotentRequest & { key: string },
  work: (tx: EntityManager) => Promise<T>,
): Promise<T> {
  // A second request with the same key waits here until the first has committed or rolled back.
  const claimed = await tx.query<{ key: string }[]>(
    `insert into idempotency_key (actor, key, fingerprint) values ($1, $2, $3)
     on conflict (actor, key) do nothing returning key`,
    [request.actor, request.key, request.fingerprint],
  );
  if (claimed.length > 0) {
    const answer = await work(tx);
    await tx.query(`update idempotency_key set answer = $3::jsonb where actor = $1 and key = $2`, [
      request.actor,
      request.key,
      JSON.stringify(answer ?? null),
    ]);
    return answer;
  }
  const [stored] = await tx.query<{ fingerprint: string; answer: T }[]>(
    `select fingerprint, answer from idempotency_key where actor = $1 and key = $2`,
    [request.actor, request.key],
  );
  if (stored?.fingerprint !== request.fingerprint) {
    throw new DomainError('idempotency-conflict', 'This Idempotency-Key was used for another request.');
  }
  return stored.answer;
}
