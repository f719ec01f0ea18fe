import { randomUUID } from 'node:crypto';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyAdapter } from '@nestjs/platform-fastify';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { OutgoingHttpHeaders } from 'node:http';
import type { Logger } from 'pino';
import { currentTraceparent, LOGGER, type Problem } from '#platform';
import { BackendAway } from './backend-client.js';
import { Forwarder } from './forwarder.js';
import { forwardedPrefixes, type ForwardedPrefix } from './route-table.js';

const requestHeaders = [
  'authorization',
  'accept',
  'content-type',
  'idempotency-key',
  'if-match',
  'if-none-match',
  'x-purpose',
] as const;
const answerHeaders = [
  'content-type',
  'content-disposition',
  'etag',
  'retry-after',
  'www-authenticate',
  'location',
  'cache-control',
  'vary',
] as const;
const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];

/**
 * The forwarded routes. They stand beside Nest's, in a scope of Fastify's own, because bodies go on byte by byte: the
 * service that owns the schema reads them. It checks the token too.
 */
@Injectable()
export class ForwardingRoutes implements OnModuleInit {
  private readonly traces = new WeakMap<FastifyRequest, string>();

  constructor(
    private readonly adapterHost: HttpAdapterHost<FastifyAdapter>,
    private readonly forwarder: Forwarder,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  async onModuleInit(): Promise<void> {
    await this.adapterHost.httpAdapter.getInstance().register((scope: FastifyInstance, _options, done) => {
      scope.removeAllContentTypeParsers();
      scope.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, parsed) => parsed(null, body));
      // Kept here, because reading the body loses what is ambient.
      scope.addHook('onRequest', (request, _reply, next) => {
        const trace = currentTraceparent();
        if (trace) this.traces.set(request, trace);
        next();
      });
      scope.setErrorHandler((error: FastifyError, _request, reply) => this.refuse(error, reply));
      for (const prefix of forwardedPrefixes) {
        const handler = (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> =>
          this.answer(prefix, request, reply);
        scope.route({ method: methods, url: prefix.prefix, handler });
        scope.route({ method: methods, url: `${prefix.prefix}/*`, handler });
      }
      done();
    });
  }

  private async answer(
    { backend, rewrite }: ForwardedPrefix,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<FastifyReply> {
    const gone = new AbortController();
    const onClose = (): void => {
      if (!reply.raw.writableEnded) gone.abort();
    };
    reply.raw.once('close', onClose);
    try {
      const answer = await this.forwarder.forward(backend, {
        method: request.method,
        url: rewrite(request.url),
        headers: this.headersOf(request),
        body: request.body instanceof Buffer && request.body.length > 0 ? request.body : undefined,
        signal: gone.signal,
      });
      for (const name of answerHeaders) {
        const value = answer.headers[name];
        if (value !== undefined) void reply.header(name, value);
      }
      return reply.status(answer.status).send(answer.body);
    } catch (error) {
      if (!(error instanceof BackendAway)) throw error;
      this.logger.warn({ backend, err: error.cause }, 'a service does not answer');
      return away(reply, error);
    } finally {
      reply.raw.off('close', onClose);
    }
  }

  /** What goes wrong in the gateway itself; Nest's filter does not reach these routes. */
  private refuse(error: FastifyError, reply: FastifyReply): FastifyReply {
    const { statusCode: status = 500 } = error;
    if (status === tooLarge.status) return sendProblem(reply, tooLarge);
    if (status < 500) {
      const type = 'urn:throughline:problem:malformed-request';
      return sendProblem(reply, { type, title: 'Malformed request', status, detail: error.message });
    }
    const errorId = randomUUID();
    this.logger.error({ errorId, err: error }, 'unexpected error');
    const type = 'urn:throughline:problem:unexpected';
    return sendProblem(reply, {
      type,
      title: 'Something went wrong',
      status: 500,
      detail: `It was logged under ${errorId}.`,
      errorId,
    });
  }

  private headersOf(request: FastifyRequest): OutgoingHttpHeaders {
    const headers: Record<string, string | string[]> = {};
    for (const name of requestHeaders) {
      const value = request.headers[name];
      if (value !== undefined) headers[name] = value;
    }
    const trace = this.traces.get(request);
    if (trace) headers['traceparent'] = trace;
    return headers;
  }
}

const away = (reply: FastifyReply, { backend }: BackendAway): FastifyReply =>
  sendProblem(reply.header('retry-after', '2'), {
    type: 'urn:throughline:problem:unavailable',
    title: 'Try again soon',
    status: 503,
    detail: `The ${backend} service does not answer at the moment.`,
  });

const tooLarge: Problem = {
  type: 'urn:throughline:problem:body-too-large',
  title: 'The body is too large',
  status: 413,
  detail: 'Send at most one megabyte.',
};

const sendProblem = (reply: FastifyReply, problem: Problem): FastifyReply =>
  reply.status(problem.status).header('content-type', 'application/problem+json').send(JSON.stringify(problem));
