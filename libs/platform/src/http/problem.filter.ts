import { randomUUID } from 'node:crypto';
import { type ArgumentsHost, Catch, type ExceptionFilter, Inject } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { Logger } from 'pino';
import { LOGGER } from '../telemetry/logger.js';
import { problemOf, unexpectedProblem } from './problems.js';

/** Every HTTP error leaves as a problem document; none carries a stack trace. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(@Inject(LOGGER) private readonly logger: Logger) {}

  catch(error: unknown, host: ArgumentsHost): void {
    // Errors of event handlers belong to the transport, which decides between retry and parking.
    if (host.getType() !== 'http') throw error;
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const problem = problemOf(error) ?? this.unexpected(error);
    if (problem.status === 401) void reply.header('www-authenticate', 'Bearer');
    if (problem.status === 503) void reply.header('retry-after', '1');
    void reply.status(problem.status).type('application/problem+json').send(problem);
  }

  private unexpected(error: unknown): ReturnType<typeof unexpectedProblem> {
    const errorId = randomUUID();
    this.logger.error({ errorId, err: error }, 'unexpected error');
    return unexpectedProblem(errorId);
  }
}
