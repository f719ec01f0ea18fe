import { Injectable } from '@nestjs/common';
import type { Transaction } from '#platform';
import { Timers } from '#timers';
import { SiteRepository } from '../site/site.repository.js';
import { expiryMoments } from './authorization-coverage.js';
import type { StoredAuthorization } from './authorization.repository.js';

export const authorizationTimers = { warning: 'authorization.warning', end: 'authorization.end' } as const;

const keysOf = (id: string): string[] => ['14', '5', 'end'].map((what) => `authorization:${id}:${what}`);

/** A permission is not found to have ended when somebody needs it: warned 14 and 5 days before, and said when it is over. */
@Injectable()
export class AuthorizationClocks {
  constructor(
    private readonly timers: Timers,
    private readonly sites: SiteRepository,
  ) {}

  /** A warning that would come before the approval itself is none. */
  async start(tx: Transaction, { id, planId, patientId, validUntil }: StoredAuthorization, now: Date): Promise<void> {
    await this.stop(tx, id);
    if (validUntil === null) return;
    const { calendar } = await this.sites.clinic(tx);
    const { warn, end } = expiryMoments(validUntil, calendar);
    const moments = [
      ...warn.map((dueAt) => ({ dueAt, kind: authorizationTimers.warning })).filter(({ dueAt }) => dueAt > now),
      { dueAt: end, kind: authorizationTimers.end },
    ];
    const keys = keysOf(id).slice(-moments.length);
    const subject = patientId;
    await this.timers.set(
      tx,
      ...moments.map(({ dueAt, kind }, index) => {
        return { key: keys[index] ?? '', kind, subject, planId, dueAt, data: { id, validUntil } };
      }),
    );
  }

  async stop(tx: Transaction, id: string): Promise<void> {
    await this.timers.cancel(tx, ...keysOf(id));
  }
}
