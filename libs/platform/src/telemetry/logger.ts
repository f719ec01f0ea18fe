import type { LoggerService } from '@nestjs/common';
import { type Logger, pino } from 'pino';
import { currentTraceparent } from './trace.js';

/**
 * An error as it may stand in a log. What a database says about a failed statement holds the row itself ("Failing row contains ...") and its
 * parameters, so of such an error only what names no content is kept.
 */
export function withoutContent(error: unknown): unknown {
  if (!(error instanceof Error))
    return typeof error === 'object' && error !== null ? { type: error.constructor.name } : error;
  const { code, table, constraint } = error as { code?: unknown; table?: unknown; constraint?: unknown };
  const cause = error.cause === undefined ? {} : { cause: withoutContent(error.cause) };
  return {
    type: error.constructor.name,
    message: error.message,
    stack: error.stack,
    code,
    table,
    constraint,
    ...cause,
  };
}

/** JSON lines with time, level, service, msg and the trace. Callers log ids, never names or clinical content. */
export const createLogger = (service: string, level: string): Logger =>
  pino({
    level,
    base: { service },
    timestamp: pino.stdTimeFunctions.isoTime,
    serializers: { err: withoutContent },
    formatters: { level: (label) => ({ level: label }) },
    mixin: () => {
      const trace = currentTraceparent();
      return trace ? { trace: trace.slice(3, 35) } : {};
    },
  });

/** Injection token of the service's logger. */
export const LOGGER = Symbol('throughline:logger');

/** Nest's own messages in the same form; its start-up chatter is debug. */
export class NestLogger implements LoggerService {
  constructor(private readonly logger: Logger) {}

  log(message: unknown, ...context: unknown[]): void {
    this.logger.debug({ context: context.at(-1) }, String(message));
  }

  error(message: unknown, ...details: unknown[]): void {
    // What stops a boot is thrown on, and said once, by bootService.
    if (details.at(-1) === 'ExceptionHandler') return;
    this.logger.error({ details }, message instanceof Error ? (message.stack ?? message.message) : String(message));
  }

  warn(message: unknown, ...context: unknown[]): void {
    this.logger.warn({ context: context.at(-1) }, String(message));
  }

  debug(message: unknown): void {
    this.logger.debug(String(message));
  }

  verbose(message: unknown): void {
    this.logger.debug(String(message));
  }
}
