import type { Type } from '@nestjs/common';
import type { MigrationInterface } from 'typeorm';
import { MessagingTables1767225513000 } from './schema/messaging-tables.migration.js';

export { MessagingModule } from './messaging.module.js';
export { EventTail, EventTailModule, type TailListener } from './transport/event-tail.js';
export { Outbox } from './outbox/outbox.js';
export { type EventContext, type EventOf, OnEvent } from './transport/on-event.js';
export { type MessagingState } from './ops/messaging-status.js';
export { type ReplayResult } from './failure/replay.js';

/** The library's tables: put them before the service's own migrations. */
export const messagingMigrations: Type<MigrationInterface>[] = [MessagingTables1767225513000];
