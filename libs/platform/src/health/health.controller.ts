import { Controller, Get, HttpCode, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { register } from 'prom-client';
import { Unaudited } from '../audit/audit.guard.js';
import { Public } from '../auth/access.js';
import { HealthChecks } from './health-checks.js';

@Controller()
@Public()
@ApiExcludeController()
@Unaudited('how a process feels is about nobody')
export class HealthController {
  constructor(private readonly checks: HealthChecks) {}

  @Get('health/live')
  @HttpCode(200)
  live(): { status: string } {
    return { status: 'live' };
  }

  @Get('health/ready')
  async ready(
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<{ status: string; troubles: Record<string, string> }> {
    const troubles = await this.checks.troubles();
    const isReady = Object.keys(troubles).length === 0;
    reply.status(isReady ? 200 : 503);
    return { status: isReady ? 'ready' : 'not ready', troubles };
  }

  @Get('metrics')
  async metrics(@Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    reply.type(register.contentType);
    return register.metrics();
  }
}
