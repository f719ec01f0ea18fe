import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock } from '#platform';
import { NotificationSettings } from '../notification.settings.js';
import { Sealer } from '../sealer.js';

const msPerHour = 3_600_000;

/** Names one message over all its attempts. */
export const newMessageId = (): string => `msg_${randomUUID().replaceAll('-', '')}`;

/** Time and secrecy, as one hand's tools. */
@Injectable()
export class DispatchTools {
  constructor(
    private readonly clock: Clock,
    private readonly sealer: Sealer,
    private readonly settings: NotificationSettings,
  ) {}

  now(): Date {
    return this.clock.now();
  }

  giveUpAfter(moment: Date): Date {
    return new Date(moment.getTime() + this.settings.retryHours * msPerHour);
  }

  seal(text: string, row: string): string {
    return this.sealer.seal(text, row);
  }

  /** The same content for another row; null where there is none. */
  resealed({ id, sealedBody }: { id: string; sealedBody: string | null }, row: string): string | null {
    return sealedBody === null ? null : this.sealer.seal(this.sealer.open(sealedBody, id), row);
  }
}
