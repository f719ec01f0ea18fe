import { Injectable } from '@nestjs/common';
import type { Transaction } from '#platform';
import type { StoredDelivery } from '../delivery/delivery.repository.js';
import { HandoffLinks } from '../mail/handoff-links.js';
import { LetterQueries } from '../mail/letter.queries.js';
import { type Announced, digestOf, type Words, wordsOf } from '../mail/mail-words.js';

export type PreparedLetter = Words & { messageId: string };

/** Makes one mail of one message, or of all that wait for the daily mail. */
@Injectable()
export class Letters {
  constructor(
    private readonly links: HandoffLinks,
    private readonly letters: LetterQueries,
  ) {}

  async prepare(tx: Transaction, deliveries: readonly StoredDelivery[]): Promise<PreparedLetter> {
    const [first] = deliveries;
    if (first === undefined) throw new Error('a letter about nothing');
    const letter = await this.letters.find(tx, first.partnerId);
    const announced: Announced[] = [];
    for (const { id: deliveryId, handoffId, partnerId, kind, isUpdate, dueAt } of deliveries) {
      const url = await this.links.urlFor(tx, { deliveryId, handoffId, partnerId });
      announced.push({ kind, isUpdate, dueAt, url });
    }
    const [one] = announced;
    const words = first.inDigest || one === undefined ? digestOf(announced, letter) : wordsOf(one, letter);
    return { ...words, messageId: first.messageId };
  }
}
