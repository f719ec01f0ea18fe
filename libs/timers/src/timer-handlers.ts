import { Injectable } from '@nestjs/common';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { timerKindKey } from './on-timer.js';
import type { DueTimer, TimerContext } from './timer.js';

type Handler = (timer: DueTimer, context: TimerContext) => Promise<void>;

/** The service's `@OnTimer` methods, found once. */
@Injectable()
export class TimerHandlers {
  private handlers: Map<string, Handler> | null = null;

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
  ) {}

  get kinds(): string[] {
    return [...this.found().keys()];
  }

  of(kind: string): Handler {
    const handler = this.found().get(kind);
    if (!handler) throw new Error(`no @OnTimer('${kind}') in this service`);
    return handler;
  }

  private found(): Map<string, Handler> {
    return (this.handlers ??= this.find());
  }

  private find(): Map<string, Handler> {
    const handlers = new Map<string, Handler>();
    for (const { instance } of this.discovery.getControllers() as { instance: unknown }[]) {
      if (typeof instance !== 'object' || instance === null) continue;
      const methods = instance as Record<string, Handler>;
      for (const name of this.scanner.getAllMethodNames(Object.getPrototypeOf(instance) as object)) {
        const kind: unknown = Reflect.getMetadata(timerKindKey, methods[name] as object);
        if (typeof kind !== 'string') continue;
        if (handlers.has(kind)) throw new Error(`two @OnTimer('${kind}')`);
        handlers.set(kind, (timer, context) => (methods[name] as Handler)(timer, context));
      }
    }
    return handlers;
  }
}
