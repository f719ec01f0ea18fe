import { randomBytes } from 'node:crypto';
import { Body, Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public } from '#platform';
import { doneWords, type GuestAction, guestActions, readAnswer } from './guest-answers.js';
import { guestHeaders, guestPage } from './guest-page.js';
import { GuestVisits } from './guest-visits.js';
import type { Html } from './html.js';
import { handoffPage, visitOverPage } from './handoff-page.js';
import { landingPage, noSuchLink, renewedPage } from './landing-page.js';
import { LinkAttempts } from './link-attempts.js';
import { nameHeader, passHeader, readCookies } from './guest-cookies.js';

/**
 * For a partner without an account: from a message to an answer, without scripts. Looking changes nothing, pressing a button does.
 */
@Controller('r')
@Public()
@ApiExcludeController()
export class GuestController {
  constructor(
    private readonly visits: GuestVisits,
    private readonly attempts: LinkAttempts,
  ) {}

  @Get('handoff')
  async handoff(@Req() request: FastifyRequest, @Query('done') done: string, @Res() reply: FastifyReply) {
    const words = isAction(done) ? doneWords[done] : null;
    return this.show(
      reply,
      await this.visits.page(readCookies(request.headers.cookie), { done: words, problem: null }),
    );
  }

  @Post('handoff/:action')
  async answer(
    @Req() request: FastifyRequest,
    @Param('action') action: string,
    @Body() fields: Record<string, string> | undefined,
    @Res() reply: FastifyReply,
  ) {
    const cookies = readCookies(request.headers.cookie);
    if (!isAction(action) || isFromElsewhere(request)) return this.send(reply, 404, 'Not found', visitOverPage);
    const said = await this.visits.answer(cookies, action, fields ?? {}, readAnswer);
    if (said.problem !== null)
      return this.show(reply, await this.visits.page(cookies, { done: null, problem: said.problem }));
    void reply.header('set-cookie', [
      passHeader(said.pass, isSecure(request)),
      nameHeader(said.name, said.function, isSecure(request)),
    ]);
    return reply.redirect(`/r/handoff?done=${action}`, 303);
  }

  @Get(':token')
  async land(@Req() request: FastifyRequest, @Param('token') token: string, @Res() reply: FastifyReply) {
    await this.attempts.count(request.ip);
    const view = await this.visits.view(token);
    if (view === null) return this.send(reply, 404, 'No such link', noSuchLink);
    return this.send(reply, 200, 'A request for you', landingPage(view, token));
  }

  @Post(':token/open')
  async open(@Req() request: FastifyRequest, @Param('token') token: string, @Res() reply: FastifyReply) {
    await this.attempts.count(request.ip);
    const pass = await this.visits.open(token);
    // Opened twice, by a second press: whoever is in already goes on, everybody else reads why not.
    if (pass === null) return reply.redirect(`/r/${encodeURIComponent(token)}`, 303);
    void reply.header('set-cookie', passHeader(pass, isSecure(request)));
    return reply.redirect('/r/handoff', 303);
  }

  @Post(':token/renew')
  async renew(@Req() request: FastifyRequest, @Param('token') token: string, @Res() reply: FastifyReply) {
    await this.attempts.count(request.ip);
    await this.visits.renew(token);
    return this.send(reply, 200, 'On its way', renewedPage);
  }

  /** A visit's page, or that it is over. */
  private show(reply: FastifyReply, page: Parameters<typeof handoffPage>[0] | null) {
    if (page === null) return this.send(reply, 410, 'This visit is over', visitOverPage);
    return this.send(reply, page.problem === null ? 200 : 409, 'A request for you', handoffPage(page));
  }

  private send(reply: FastifyReply, status: number, title: string, content: Html) {
    const nonce = randomBytes(16).toString('base64');
    return reply
      .status(status)
      .headers(guestHeaders(nonce))
      .send(guestPage(title, nonce, content));
  }
}

const isAction = (action: string): action is GuestAction => (guestActions as readonly string[]).includes(action);

/** Browsers that say where a request comes from are believed when it is from elsewhere. */
const isFromElsewhere = ({ headers }: FastifyRequest): boolean => {
  const site = headers['sec-fetch-site'];
  return typeof site === 'string' && site !== 'same-origin' && site !== 'none';
};

const isSecure = ({ protocol, headers }: FastifyRequest): boolean =>
  protocol === 'https' || headers['x-forwarded-proto'] === 'https';
