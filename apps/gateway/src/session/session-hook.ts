import { Injectable, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyAdapter } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { SealedCookies } from './sealed-cookies.js';

/** A form of another site cannot set it, and a script of another site may not. */
export const webHeader = 'x-throughline';
const harmless = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * A browser's request becomes like any other: its session's token takes the place of a bearer token. Whatever changes something must
 * prove that it comes from our own pages.
 */
@Injectable()
export class SessionHook implements OnModuleInit {
  constructor(
    private readonly adapterHost: HttpAdapterHost<FastifyAdapter>,
    private readonly cookies: SealedCookies,
  ) {}

  onModuleInit(): void {
    this.adapterHost.httpAdapter
      .getInstance()
      .addHook('onRequest', (request: FastifyRequest, reply: FastifyReply) => this.letIn(request, reply));
  }

  private async letIn(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const { headers, method, url } = request;
    if (headers.authorization !== undefined || headers.cookie === undefined || !url.startsWith('/api/')) return;
    const session = await this.cookies.session(headers.cookie);
    if (session === null) return;
    if (!harmless.has(method) && !isFromOurPages(request)) {
      await reply
        .status(403)
        .header('content-type', 'application/problem+json')
        .send({
          type: 'urn:throughline:problem:forbidden',
          title: 'Not allowed',
          status: 403,
          detail: `A change by a browser needs the header ${webHeader}.`,
        });
      return;
    }
    headers.authorization = `Bearer ${session.accessToken}`;
  }
}

const isFromOurPages = ({ headers }: FastifyRequest): boolean =>
  headers[webHeader] !== undefined && (headers['sec-fetch-site'] ?? 'same-origin') === 'same-origin';
