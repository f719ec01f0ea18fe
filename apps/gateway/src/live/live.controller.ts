import { Controller, Get, Headers, type OnApplicationShutdown, Req, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiProduces } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { decodeJwt } from 'jose';
import { CurrentUser, Roles, type User } from '#platform';
import { hintFor, mayHear } from './live-hint.js';
import { LiveLog, type LiveNews } from './live-log.js';

const heartbeatMs = 15_000;
/** A reader that takes so little of what is sent is let go; it comes again and goes on where it was. */
const mostUnreadBytes = 256 * 1024;
/** How soon a browser comes again. */
const retryMs = 2000;

/**
 * Server-sent events: `hint` (something changed: ask again), `reset` (something may have been missed: ask for everything again), `paused`
 * (nothing comes at the moment), `hello` (this is where we stand), `beat` (still here). Resumes with `Last-Event-ID`.
 */
@Controller('api/live')
export class LiveController implements OnApplicationShutdown {
  private readonly open = new Set<FastifyReply>();

  constructor(private readonly log: LiveLog) {}

  @Get()
  @Roles('coordinator', 'physician', 'partner', 'administrator', 'operator')
  @ApiBearerAuth()
  @ApiProduces('text/event-stream')
  @ApiOperation({ summary: 'What changes, as it happens: hints without content, scoped to what the reader may see.' })
  stream(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @CurrentUser() user: User,
    @Headers('last-event-id') lastEventId?: string,
  ): void {
    reply.hijack();
    const { raw } = reply;
    raw.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
      connection: 'keep-alive',
    });
    raw.write(`retry: ${retryMs}\n\n`);
    if (!this.log.isLive) raw.write('event: paused\ndata: {}\n\n');
    const unfollow = this.log.follow(lastEventId ?? null, (news) => this.send(reply, user, news));
    raw.write(`id: ${this.log.position}\nevent: hello\ndata: {}\n\n`);
    // The position moves on with what others hear of, so that a reader of few events need not begin anew.
    const heartbeat = setInterval(() => raw.write(`id: ${this.log.position}\nevent: beat\ndata: {}\n\n`), heartbeatMs);
    const end = setTimeout(() => raw.end(), remainingMs(request));
    this.open.add(reply);
    raw.once('close', () => {
      unfollow();
      clearInterval(heartbeat);
      clearTimeout(end);
      this.open.delete(reply);
    });
  }

  onApplicationShutdown(): void {
    for (const { raw } of this.open) raw.end();
  }

  private send({ raw }: FastifyReply, user: User, news: LiveNews): void {
    if (news.kind === 'hint' && !mayHear(user, news.entry)) return;
    const number = news.kind === 'hint' ? news.entry.number : news.number;
    const data = news.kind === 'hint' ? hintFor(user, news.entry) : {};
    raw.write(`id: ${this.log.idOf(number)}\nevent: ${news.kind}\ndata: ${JSON.stringify(data)}\n\n`);
    if (raw.writableLength > mostUnreadBytes) raw.destroy();
  }
}

/** A stream ends with the token that opened it. Security checks count real time. */
function remainingMs({ headers }: FastifyRequest): number {
  const token = /^Bearer (\S+)$/i.exec(headers.authorization ?? '')?.[1] ?? '';
  const { exp = 0 } = decodeJwt(token);
  return Math.max(0, Math.min(exp * 1000 - Date.now(), 2_147_483_647));
}
