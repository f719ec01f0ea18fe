// Signatures other parts are written against while the library is being built.
import type { EntityManager } from 'typeorm';
import type { DynamicModule, Type } from '@nestjs/common';
import type { MigrationInterface } from 'typeorm';
import type { z } from 'zod';
import type { Actor } from '#contracts';

export type Transaction = EntityManager;
export type ServiceName = 'pain-plan' | 'referral' | 'scheduling' | 'therapy' | 'behavioral-health' | 'notification' | 'gateway';
export type Role = 'coordinator' | 'physician' | 'partner' | 'administrator' | 'operator';
export interface User {
  sub: string;
  name: string;
  role: Role;
  partnerId: string | null;
}
export declare const toActor: (user: User) => Actor;
export interface IdempotentRequest {
  key: string | null;
  fingerprint: string;
}
export declare class Clock {
  now(): Date;
}
export declare class Transactions {
  run<T>(work: (tx: Transaction) => Promise<T>): Promise<T>;
  once<T>(request: IdempotentRequest, work: (tx: Transaction) => Promise<T>): Promise<T>;
}
export declare const Roles: (...roles: Role[]) => MethodDecorator & ClassDecorator;
export declare const Public: () => MethodDecorator & ClassDecorator;
export declare const CurrentUser: () => ParameterDecorator;
export declare const Idempotency: () => ParameterDecorator;
export declare const IfMatch: () => ParameterDecorator;
export declare const Answers: (schema: z.ZodType, options?: { status?: number; description?: string }) => MethodDecorator;
export declare const encodeCursor: (values: readonly (string | number)[]) => string;
export declare const decodeCursor: (cursor: string | undefined) => (string | number)[] | null;
export declare class PlatformModule {
  static forRoot(options: { service: ServiceName; entities?: Type[]; migrations: Type<MigrationInterface>[] }): DynamicModule;
}
export declare const bootService: (module: Type, service: ServiceName) => Promise<void>;
