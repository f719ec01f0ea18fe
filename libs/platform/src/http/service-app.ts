import type { INestApplicationContext, Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { CustomStrategy, MicroserviceOptions } from '@nestjs/microservices';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';
import type { Logger } from 'pino';
import { collectDefaultMetrics, register } from 'prom-client';
import { auditAnswers } from '../audit/audit-hooks.js';
import { checkSettings, InvalidSettings, Settings, type SettingsReader } from '../config/settings.js';
import type { ServiceName } from '../config/services.js';
import { createLogger, LOGGER, NestLogger } from '../telemetry/logger.js';
import { observeRequests } from './request-log.js';

/** A plan of 60 medications and 40 procedures is well under a tenth of this. */
const bodyLimitBytes = 1_048_576;
/** After this the process ends, whatever is still open. */
const shutdownLimitMs = 10_000;

/** String token under which a library provides the transport that feeds `@EventPattern` handlers. */
export const EVENT_TRANSPORT = 'EVENT_TRANSPORT';

export const newAdapter = (): FastifyAdapter =>
  new FastifyAdapter({
    bodyLimit: bodyLimitBytes,
    forceCloseConnections: 'idle',
    routerOptions: { maxParamLength: 300 },
  });

/** What a real boot and a test have in common, after the application was created and before it listens. */
export function prepareApp(app: NestFastifyApplication, service: ServiceName): void {
  const logger = app.get<Logger>(LOGGER, { strict: false });
  app.useLogger(new NestLogger(logger));
  observeRequests(app, logger);
  auditAnswers(app, logger);
  harden(app);
  const transport = eventTransport(app);
  // Guards, pipes and filters of the application hold for events too.
  if (transport) app.connectMicroservice<MicroserviceOptions>({ strategy: transport }, { inheritAppConfig: true });
  serveOpenApi(app, service);
}

/**
 * Boots a service: settings, database and migrations, event transport, HTTP. Ends the process with one clear message when it
 * cannot; wrong settings are named all at once, those that `ownSettings` read included. SIGTERM and SIGINT stop it
 * gracefully: no new requests, running work finished, connections closed; after ten seconds it ends all the same, with code 1.
 */
export async function bootService(module: Type, service: ServiceName, ...ownSettings: SettingsReader[]): Promise<void> {
  let bootLogger = createLogger(service, 'info');
  try {
    bootLogger = createLogger(service, checkSettings(service, process.env, ownSettings).logLevel);
    if (!register.getSingleMetric('process_cpu_user_seconds_total')) collectDefaultMetrics();
    const app = await NestFactory.create<NestFastifyApplication>(module, newAdapter(), {
      logger: new NestLogger(bootLogger),
      abortOnError: false,
    });
    prepareApp(app, service);
    stopOnSignal(app);
    await app.startAllMicroservices();
    const { host, port } = app.get(Settings, { strict: false });
    await app.listen(port, host);
    app.get<Logger>(LOGGER, { strict: false }).info({ port }, 'listening');
  } catch (error) {
    if (error instanceof InvalidSettings) process.stderr.write(`${error.message}\n`);
    else bootLogger.fatal({ err: error }, 'could not start');
    process.exit(1);
  }
}

/** For every answer that does not say otherwise: nothing is kept, guessed or framed, and no address is passed on. */
function harden(app: NestFastifyApplication): void {
  const headers = {
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'no-referrer',
  };
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onSend', (_request, reply, payload, next) => {
      for (const [name, value] of Object.entries(headers)) if (!reply.hasHeader(name)) void reply.header(name, value);
      next(null, payload);
    });
}

function eventTransport(app: INestApplicationContext): CustomStrategy['strategy'] | null {
  try {
    return app.get<CustomStrategy['strategy']>(EVENT_TRANSPORT, { strict: false });
  } catch {
    return null; // a service without events
  }
}

function serveOpenApi(app: NestFastifyApplication, service: ServiceName): void {
  const config = new DocumentBuilder().setTitle(`Throughline ${service}`).setVersion('1').addBearerAuth().build();
  let document: unknown;
  app
    .getHttpAdapter()
    .getInstance()
    .get('/openapi.json', (_request, reply) => {
      document ??= SwaggerModule.createDocument(app, config);
      return reply.send(document);
    });
}

function stopOnSignal(app: NestFastifyApplication): void {
  const logger = app.get<Logger>(LOGGER, { strict: false });
  let isStopping = false;
  // A connection kept alive after the answer in hand would hold the server open, however long its client keeps it.
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onSend', (_request, reply, payload, next) => {
      if (isStopping) void reply.header('connection', 'close');
      next(null, payload);
    });
  const stop = (): void => {
    if (isStopping) return;
    isStopping = true;
    setTimeout(() => {
      logger.error({ limitMs: shutdownLimitMs }, 'not stopped in time: what is still open is cut off');
      process.exit(1);
    }, shutdownLimitMs).unref();
    void app.close().then(
      () => process.exit(0),
      (error: unknown) => {
        logger.error({ err: error }, 'could not stop cleanly');
        process.exit(1);
      },
    );
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
}
