import { type CanActivate, type ExecutionContext, Injectable, type OnModuleInit } from '@nestjs/common';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { METHOD_METADATA } from '@nestjs/common/constants.js';
import { DomainError } from '#contracts';
import { guestsKey, publicKey, rolesKey, type AuthenticatedRequest } from './access.js';
import { TokenVerifier } from './token-verifier.js';
import type { Role } from './user.js';

type AnnotatedThing = Parameters<Reflector['getAllAndOverride']>[1][number];

/** No, or no valid, bearer token. */
export class Unauthenticated extends Error {}

/** Every HTTP route: a valid token and one of the route's roles, unless the route is public. */
@Injectable()
export class AuthGuard implements CanActivate, OnModuleInit {
  constructor(
    private readonly reflector: Reflector,
    private readonly verifier: TokenVerifier,
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
  ) {}

  /** A route that says nothing about who may call it is a fault, found before anybody can call it. */
  onModuleInit(): void {
    const silent = this.discovery.getControllers().flatMap(({ instance, metatype }) => {
      if (!instance || !metatype) return [];
      const prototype = Object.getPrototypeOf(instance) as Record<string, () => unknown>;
      return this.scanner
        .getAllMethodNames(prototype)
        .map((name) => ({ name, handler: prototype[name] as () => unknown }))
        .filter(({ handler }) => Reflect.hasMetadata(METHOD_METADATA, handler))
        .filter(({ handler }) => !this.isPublic(handler, metatype) && this.rolesOf(handler, metatype).length === 0)
        .map(({ name }) => `${metatype.name}.${name}`);
    });
    if (silent.length > 0) throw new Error(`Routes without @Roles or @Public: ${silent.join(', ')}`);
  }

  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (context.getType() !== 'http') return true; // events carry no user; the broker is ours
    const handler = context.getHandler();
    const controller = context.getClass();
    if (this.isPublic(handler, controller)) return true;

    const request = context.switchToHttp().getRequest<AuthenticatedRequest>();
    const token = /^Bearer (\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
    const user = token === undefined ? null : await this.verifier.verify(token);
    if (!user) throw new Unauthenticated();
    // Also of somebody who is refused: the audit says who it was.
    request.user = user;
    if (!this.rolesOf(handler, controller).includes(user.role)) {
      throw new DomainError('forbidden', `The role ${user.role} may not do this.`);
    }
    if (user.guest && !this.reflector.get<boolean | undefined>(guestsKey, handler)) {
      throw new DomainError('forbidden', 'A one-time link does not open this.');
    }
    return true;
  }

  private isPublic(...targets: AnnotatedThing[]): boolean {
    return this.reflector.getAllAndOverride<boolean | undefined>(publicKey, targets) ?? false;
  }

  private rolesOf(...targets: AnnotatedThing[]): Role[] {
    return this.reflector.getAllAndOverride<Role[] | undefined>(rolesKey, targets) ?? [];
  }
}
