import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Logger } from 'pino';
import { Histogram } from 'prom-client';
import { childOf, withTrace } from '../telemetry/trace.js';

const durations = new Histogram({
  name: 'throughline_http_request_seconds',
  help: 'Time to answer, by route pattern.',
  labelNames: ['method', 'route', 'status'],
  buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
});

const unlogged = /^\/(health|metrics|openapi\.json)/;

/** Takes over or starts the trace, and logs route pattern, status and time; never a URL, a body or a name. */
export function observeRequests(app: NestFastifyApplication, logger: Logger): void {
  const server = app.getHttpAdapter().getInstance();
  server.addHook('onRequest', (request, _reply, next) => {
    const traceparent = request.headers['traceparent'];
    const trace = childOf(typeof traceparent === 'string' ? traceparent : undefined);
    withTrace(trace, next);
  });
  server.addHook('onResponse', (request, reply, next) => {
    const route = request.routeOptions.url ?? 'unknown';
    const status = reply.statusCode;
    durations.observe({ method: request.method, route, status }, reply.elapsedTime / 1000);
    if (!unlogged.test(request.url)) {
      const level = status >= 500 ? 'warn' : 'debug';
      logger[level]({ method: request.method, route, status, ms: Math.round(reply.elapsedTime) }, 'request');
    }
    next();
  });
}
