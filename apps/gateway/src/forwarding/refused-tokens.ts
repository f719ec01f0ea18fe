import { createHash } from 'node:crypto';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyAdapter } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import type { Problem } from '#platform';

const seconds = 600;
/** Of one address within ten minutes. */
export const mostRefusedTokens = 30;
const unauthorized = 401;

/**
 * Whoever tries out tokens is refused for a while. A token counts once, however often it is sent, so that an old tab that keeps asking
 * harms nobody; and who has shown a good one goes on, whatever others behind the same address try.
 */
@Injectable()
export class RefusedTokens implements OnModuleInit {
  private readonly refused = new RateLimiterMemory({ points: mostRefusedTokens, duration: seconds });
  /** By address and hash of the token; nothing of the token itself is kept. */
  private readonly bad = new RateLimiterMemory({ points: 1, duration: seconds });
  private readonly good = new RateLimiterMemory({ points: 1, duration: seconds });

  constructor(private readonly adapterHost: HttpAdapterHost<FastifyAdapter>) {}

  onModuleInit(): void {
    const server = this.adapterHost.httpAdapter.getInstance();
    // After every `onRequest`: by then the session of a browser has become a token.
    server.addHook('preParsing', (request: FastifyRequest, reply: FastifyReply) => this.letIn(request, reply));
    server.addHook('onResponse', (request: FastifyRequest, reply: FastifyReply) => this.note(request, reply));
  }

  private async letIn(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const key = keyOf(request);
    if (key === null) return;
    const tried = await this.refused.get(request.ip);
    if (tried === null || tried.remainingPoints > 0 || (await this.good.get(key)) !== null) return;
    const wait = Math.ceil(tried.msBeforeNext / 1000);
    await reply
      .status(429)
      .header('retry-after', String(wait))
      .header('content-type', 'application/problem+json')
      .send(JSON.stringify(tooMany));
  }

  private async note(request: FastifyRequest, { statusCode }: FastifyReply): Promise<void> {
    const key = keyOf(request);
    if (key === null || statusCode === 429 || statusCode >= 500) return;
    if (statusCode !== unauthorized) {
      await this.good.set(key, 1, seconds);
      return;
    }
    if ((await this.bad.get(key)) !== null) return;
    await this.bad.set(key, 1, seconds);
    await this.refused.penalty(request.ip);
  }
}

/** Null: no token was shown. */
function keyOf({ ip, headers: { authorization } }: FastifyRequest): string | null {
  if (authorization === undefined) return null;
  return `${ip} ${createHash('sha256').update(authorization).digest('base64url')}`;
}

const tooMany: Problem = {
  type: 'urn:throughline:problem:too-many-attempts',
  title: 'Too many attempts',
  status: 429,
  detail: 'Too many tokens from this address were refused: wait a few minutes.',
};
