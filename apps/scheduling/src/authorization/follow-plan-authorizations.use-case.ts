import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EventData, planPublished } from '#contracts';
import { Outbox } from '#messaging';
import type { Transaction } from '#platform';
import { AuthorizationClocks } from './authorization-clocks.js';
import { authorizationNeededEvent, authorizationWithdrawnEvent } from './authorization.events.js';
import { AuthorizationRepository, neededAuthorization, type StoredAuthorization } from './authorization.repository.js';
import { deriveAuthorizations, type AuthorizationWish } from './derive-authorizations.js';

type Published = EventData<typeof planPublished>;

/**
 * Follows `plan.published`: an item that needs the payer's permission has one authorization, which is withdrawn with the
 * item and asked anew when the item comes back. What the coordinator recorded meanwhile stands.
 */
@Injectable()
export class FollowPlanAuthorizations {
  constructor(
    private readonly authorizations: AuthorizationRepository,
    private readonly clocks: AuthorizationClocks,
    private readonly outbox: Outbox,
  ) {}

  async execute(tx: Transaction, published: Published): Promise<void> {
    const known = await this.authorizations.ofPlan(tx, published.planId);
    const wishes = deriveAuthorizations(published.document);
    const at = new Date(published.publishedAt);
    for (const wish of wishes) {
      await this.follow(
        tx,
        wish,
        known.find((stands) => isSame(stands, wish)),
        published,
      );
    }
    for (const stands of known) {
      if (stands.state === 'withdrawn' || wishes.some((wish) => isSame(stands, wish))) continue;
      await this.authorizations.save(tx, { ...stands, state: 'withdrawn', changedAt: at });
      await this.outbox.append(tx, authorizationWithdrawnEvent(stands, at));
      await this.clocks.stop(tx, stands.id);
    }
  }

  private async follow(
    tx: Transaction,
    wish: AuthorizationWish,
    stands: StoredAuthorization | undefined,
    published: Published,
  ): Promise<void> {
    const isAsked = wish.wish === 'needed' && (!stands || stands.state === 'withdrawn');
    if (isAsked) {
      const at = new Date(published.publishedAt);
      const needed = neededAuthorization(stands?.id ?? randomUUID(), { ...wish, ...published }, at);
      await this.authorizations.save(tx, needed);
      await this.outbox.append(tx, authorizationNeededEvent(needed, at));
    } else if (stands && stands.subject !== wish.subject) {
      await this.authorizations.save(tx, { ...stands, subject: wish.subject });
    }
  }
}

type Item = Pick<AuthorizationWish, 'itemId' | 'kind'>;
const isSame = (a: Item, b: Item): boolean => a.itemId === b.itemId && a.kind === b.kind;
