import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply } from 'fastify';
import type { Logger } from 'pino';
import type { AuthenticatedRequest } from '../auth/access.js';
import type { Problem } from '../http/problems.js';
import { AuditTrail } from './audit-trail.js';

/**
 * Before an answer leaves, its entry stands in the log; where it cannot be written the answer does not leave. Whether anybody still
 * waits for the answer does not matter: reading happened.
 */
export function auditAnswers(app: NestFastifyApplication, logger: Logger): void {
  const trail = trailOf(app);
  if (trail === null) return;
  const server = app.getHttpAdapter().getInstance();
  server.addHook('preSerialization', (request: AuthenticatedRequest, reply, payload, next) => {
    if (reply.statusCode < 400) request.audit?.isAbout(payload);
    next(null, payload);
  });
  server.addHook('onSend', async (request: AuthenticatedRequest, reply, payload) => {
    const draft = request.audit;
    if (!draft) return payload;
    delete request.audit;
    if (draft.actor === null && request.user) draft.askedBy(request.user);
    const recording = trail.recordAnswer(draft, reply.statusCode);
    // What failed has shown nobody anything, and the reason is often the database itself: nobody waits for it twice.
    if (reply.statusCode >= 500) {
      recording.catch((error: unknown) => logger.warn({ err: error }, 'a failed request could not be audited'));
      return payload;
    }
    try {
      await recording;
      return payload;
    } catch (error) {
      logger.error({ err: error }, 'a request could not be audited, so its answer is held back');
      return heldBack(reply);
    }
  });
}

/** Null: a service without a database has nothing of any patient. */
function trailOf(app: NestFastifyApplication): AuditTrail | null {
  try {
    return app.get(AuditTrail, { strict: false });
  } catch {
    return null;
  }
}

function heldBack(reply: FastifyReply): string {
  const problem: Problem = {
    type: 'urn:throughline:problem:unavailable',
    title: 'Try again soon',
    status: 503,
    detail: 'A part of the system is away for a moment.',
  };
  for (const name of ['etag', 'content-length', 'content-disposition']) reply.removeHeader(name);
  void reply.status(503).header('retry-after', '1').header('content-type', 'application/problem+json; charset=utf-8');
  return JSON.stringify(problem);
}
