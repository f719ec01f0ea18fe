import { createParamDecorator, type ExecutionContext, SetMetadata } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { AuditDraft } from '../audit/audit-draft.js';
import type { Role, User } from './user.js';

export const rolesKey = 'throughline:roles';
export const publicKey = 'throughline:public';
export const guestsKey = 'throughline:guests';

/** The request after the guard has seen it. */
export interface AuthenticatedRequest extends FastifyRequest {
  user?: User;
  /** What the audit will say about it; not there on routes that are not audited. */
  audit?: AuditDraft;
}

/** Who may call a route; on a class for all its routes, on a method instead of the class's. */
export const Roles = (...allowed: Role[]): MethodDecorator & ClassDecorator => SetMetadata(rolesKey, allowed);

/** A route that needs no token. Every other route must name its roles: a service with a forgotten one does not boot. */
export const Public = (): MethodDecorator & ClassDecorator => SetMetadata(publicKey, true);

/** A partner's route that a guest may call, too, for the one handoff of its link. Every other route refuses guests. */
export const GuestsToo = (): MethodDecorator => SetMetadata(guestsKey, true);

/** Parameter: the signed-in user. */
export const CurrentUser = createParamDecorator((_: unknown, context: ExecutionContext): User => {
  const { user } = context.switchToHttp().getRequest<AuthenticatedRequest>();
  if (!user) throw new Error('CurrentUser on a public route');
  return user;
});
