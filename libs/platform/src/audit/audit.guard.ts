import { type CanActivate, type ExecutionContext, Injectable, SetMetadata } from '@nestjs/common';
import { HTTP_CODE_METADATA } from '@nestjs/common/constants.js';
import { Reflector } from '@nestjs/core';
import { auditPurposes, DomainError } from '#contracts';
import type { AuthenticatedRequest } from '../auth/access.js';
import { Clock } from '../clock/clock.js';
import { childOf, currentTraceparent } from '../telemetry/trace.js';
import { AuditDraft } from './audit-draft.js';

const unauditedKey = 'throughline:unaudited';

/** A route (or a controller) that can hold nothing about any patient; `why` is for the reader of the code. Every other route is audited. */
export const Unaudited = (why: string): MethodDecorator & ClassDecorator => SetMetadata(unauditedKey, why);

/** The first guard: whatever becomes of the request, also when it is refused, there is something to say about it. */
@Injectable()
export class AuditGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly clock: Clock,
  ) {}

  canActivate(context: ExecutionContext): boolean {
    if (context.getType() !== 'http') return true;
    const targets = [context.getHandler(), context.getClass()];
    if (this.reflector.getAllAndOverride<string | undefined>(unauditedKey, targets) !== undefined) return true;
    const request = context.switchToHttp().getRequest<AuthenticatedRequest>();
    const stated = request.headers['x-purpose'];
    const purpose = auditPurposes.find((one) => one === stated) ?? null;
    request.audit = new AuditDraft({
      at: this.clock.now(),
      method: request.method,
      route: request.routeOptions.url ?? '',
      params: request.params,
      query: request.query,
      purpose,
      trace: (currentTraceparent() ?? childOf(undefined)).slice(3, 35),
      expectedStatus:
        this.reflector.get<number | undefined>(HTTP_CODE_METADATA, context.getHandler()) ??
        (request.method === 'POST' ? 201 : 200),
    });
    if (stated !== undefined && purpose === null) refusePurpose();
    return true;
  }
}

function refusePurpose(): never {
  throw new DomainError('invalid-input', 'This is no purpose that we know.', [
    { path: 'X-Purpose', message: `one of ${auditPurposes.join(', ')}` },
  ]);
}
