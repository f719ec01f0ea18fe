import { Controller, Get, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeEndpoint } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { Answers, CurrentUser, Public, Roles, roles, type User } from '#platform';
import { IdentityProvider } from './identity-provider.js';
import { SealedCookies } from './sealed-cookies.js';

const who = z.strictObject({ name: z.string(), role: z.enum(roles), partnerId: z.string().nullable() });

/** Signing in and out with a browser. */
@Controller('api/session')
export class SessionController {
  constructor(
    private readonly provider: IdentityProvider,
    private readonly cookies: SealedCookies,
  ) {}

  @Get()
  @Roles(...roles)
  @Answers(who)
  whoAmI(@CurrentUser() { name, role, partnerId }: User) {
    return { name, role, partnerId };
  }

  @Get('sign-in')
  @Public()
  @ApiExcludeEndpoint()
  async signIn(@Query('to') to: string | undefined, @Res() reply: FastifyReply) {
    const { url, underWay } = await this.provider.begin(ownPath(to));
    return reply.header('set-cookie', await this.cookies.signInCookie(underWay)).redirect(url, 303);
  }

  @Get('callback')
  @Public()
  @ApiExcludeEndpoint()
  async callback(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const underWay = await this.cookies.signIn(request.headers.cookie);
    // Came back without having left, or too late: begin anew.
    if (underWay === null) return reply.redirect('/api/session/sign-in', 303);
    const { accessToken, seconds } = await this.provider.finish(request.url.split('?')[1] ?? '', underWay);
    const [, signInGone = ''] = this.cookies.goneCookies;
    const cookies = [signInGone, await this.cookies.sessionCookie({ accessToken }, seconds)];
    return reply.header('set-cookie', cookies).redirect(underWay.to, 303);
  }

  /** A sign-out needs no right: whoever has no session loses nothing. */
  @Post('sign-out')
  @Public()
  @ApiExcludeEndpoint()
  signOut(@Res() reply: FastifyReply) {
    return reply.header('set-cookie', this.cookies.goneCookies).status(204).send();
  }
}

/** A path of ours, never another site: `//elsewhere` and `/\elsewhere` would be. */
const ownPath = (to: string | undefined): string => (to && /^\/(?![/\\])/.test(to) ? to : '/');
