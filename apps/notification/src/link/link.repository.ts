import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DomainError } from '#contracts';
import type { Transaction } from '#platform';
import { LinkRow } from './link.entity.js';

export type StoredLink = Readonly<LinkRow>;

export const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');

@Injectable()
export class LinkRepository {
  async add(tx: Transaction, link: StoredLink): Promise<void> {
    await tx.insert(LinkRow, link);
  }

  /** Locked, so that of two people who open it at once only one does. Throws `not-found`. */
  async lockByToken(tx: Transaction, token: string): Promise<StoredLink> {
    const link = await tx.findOne(LinkRow, {
      where: { tokenHash: hashOf(token) },
      lock: { mode: 'pessimistic_write' },
    });
    if (!link) throw new DomainError('not-found', 'There is no such link.');
    return link;
  }

  /** Throws `not-found`. */
  async find(tx: Transaction, id: string): Promise<StoredLink> {
    const link = await tx.findOneBy(LinkRow, { id });
    if (!link) throw new DomainError('not-found', 'There is no such link.');
    return link;
  }

  ofHandoff(tx: Transaction, handoffId: string): Promise<StoredLink[]> {
    return tx.find(LinkRow, { where: { handoffId }, order: { issuedAt: 'DESC', id: 'ASC' } });
  }

  async open(tx: Transaction, id: string, at: Date): Promise<void> {
    await tx.update(LinkRow, { id }, { openedAt: at });
  }

  async close(tx: Transaction, id: string, closedAs: NonNullable<LinkRow['closedAs']>, at: Date): Promise<void> {
    await tx.update(LinkRow, { id }, { closedAs, closedAt: at });
  }

  /** Links to a handoff that another one replaced lead to that one from now on, when a fresh one is asked for. */
  async follow(tx: Transaction, handoffId: string, nextHandoffId: string): Promise<void> {
    await tx.update(LinkRow, { handoffId }, { nextHandoffId });
  }

  /** Whatever of the handoff still leads anywhere. */
  async closeAll(
    tx: Transaction,
    handoffId: string,
    closedAs: NonNullable<LinkRow['closedAs']>,
    at: Date,
  ): Promise<void> {
    await tx
      .createQueryBuilder()
      .update(LinkRow)
      .set({ closedAs, closedAt: at })
      .where('handoff_id = :handoffId and closed_as is null', { handoffId })
      .execute();
  }
}
