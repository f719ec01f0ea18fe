import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyAdapter } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { GatewaySettings } from '../gateway.settings.js';
import { webPaths } from './web-paths.js';

/** `dist/web`: beside the compiled apps, or below the root when the gateway runs from its sources, as in tests. */
const top = join(import.meta.dirname, '../../../..');
const folder = join(top, existsSync(join(top, 'package.json')) ? 'dist/web' : 'web');
const indexFile = join(folder, 'index.html');

/** The browser application: its files, and one page under each of its paths. */
@Injectable()
export class WebPages implements OnModuleInit {
  constructor(
    private readonly adapterHost: HttpAdapterHost<FastifyAdapter>,
    private readonly settings: GatewaySettings,
  ) {}

  async onModuleInit(): Promise<void> {
    const server = this.adapterHost.httpAdapter.getInstance();
    if (!existsSync(indexFile)) {
      server.get('/', (_request: FastifyRequest, reply: FastifyReply) => reply.type('text/html').send(withoutScreens));
      return;
    }
    // Names hold a hash of the content, so they may be kept for ever.
    await server.register(fastifyStatic, {
      root: join(folder, 'assets'),
      prefix: '/assets/',
      immutable: true,
      maxAge: '365d',
      decorateReply: false,
    });
    server.get('/favicon.svg', (_request: FastifyRequest, reply: FastifyReply) =>
      reply.type('image/svg+xml').send(readFileSync(join(folder, 'favicon.svg'))),
    );
    // With sample patients and a movable clock there is something to be led to.
    const start = this.settings.movableClockFile === null ? 'own-servers' : 'embedded';
    for (const path of webPaths) {
      server.get(path, async (_request: FastifyRequest, reply: FastifyReply) => {
        // Read each time: a new build is seen without a restart.
        const page = await readFile(indexFile, 'utf8');
        const nonce = randomBytes(16).toString('base64');
        return reply.headers(pageHeaders(nonce)).send(page.replaceAll('__NONCE__', nonce).replace('__START__', start));
      });
    }
  }
}

const withoutScreens = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Throughline</title></head><body><h1>Throughline</h1>
<p>The screens are not built. <a href="/api/docs">The API</a></p></body></html>`;

/** Everything from here, nothing from elsewhere, and no page of ours inside another's. */
const pageHeaders = (nonce: string): Record<string, string> => ({
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': `default-src 'none'; script-src 'self'; style-src 'self' 'nonce-${nonce}'; img-src 'self' data:; connect-src 'self'; font-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
  'referrer-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
  'cross-origin-opener-policy': 'same-origin',
  'cache-control': 'no-cache',
});
