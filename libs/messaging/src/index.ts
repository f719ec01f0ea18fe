// Signatures other parts are written against while the library is being built.
import type { DynamicModule, Type } from '@nestjs/common';
import type { EntityManager, MigrationInterface } from 'typeorm';
import type { CloudEvent, EventData, EventDefinition, OutgoingEvent } from '#contracts';

export declare class Outbox {
  append(tx: EntityManager, ...events: OutgoingEvent[]): Promise<void>;
}
export interface EventContext {
  tx: EntityManager;
}
export type EventOf<Definition extends EventDefinition> = CloudEvent<EventData<Definition>>;
export declare const OnEvent: (definition: EventDefinition) => MethodDecorator;
export declare class MessagingModule {
  static forRoot(options: { service: string }): DynamicModule;
}
export declare const messagingMigrations: Type<MigrationInterface>[];
