import { type AnswerOnPaper, DomainError } from '#contracts';
import type { Transaction, User } from '#platform';
import { Injectable } from '@nestjs/common';
import { AcknowledgeHandoff } from './acknowledge-handoff.use-case.js';
import { provenVersion, readReplyCode } from './reply-code.js';

interface Candidate {
  id: string;
  content_version: number;
  through_version: number;
}

/**
 * A printed page came back, by fax or by hand: its code says which handoff and which version were read, and that version is acknowledged,
 * by the same rules as any other. Returns the handoff's id. Throws `not-found` for a code that names nothing of this reader's.
 */
@Injectable()
export class ReplyOnPaper {
  constructor(private readonly acknowledgeHandoff: AcknowledgeHandoff) {}

  async execute(
    tx: Transaction,
    { code, kind, note, signedBy }: AnswerOnPaper,
    user: User,
    now: Date,
  ): Promise<string> {
    const found = await this.named(tx, code, user);
    if (found === null) {
      throw new DomainError('not-found', 'There is no handoff with this code: please compare it with the page.');
    }
    const signed = signedBy === undefined ? 'on paper' : `on paper, signed by ${signedBy}`;
    const answer = { version: found.version, kind, note: note === undefined ? signed : `${note} (${signed})` };
    if (kind === 'acknowledged-with-concern' && note === undefined) {
      throw new DomainError('invalid-input', 'A concern needs words.', [
        { path: 'note', message: 'Required for acknowledged-with-concern.' },
      ]);
    }
    await this.acknowledgeHandoff.execute(tx, { id: found.id, answer, user, now });
    return found.id;
  }

  private async named(tx: Transaction, code: string, user: User): Promise<{ id: string; version: number } | null> {
    const typed = readReplyCode(code);
    if (typed === null) return null;
    const own = user.role === 'partner' ? (user.partnerId ?? '') : null;
    const rows = await tx.query<Candidate[]>(
      `select h.id, h.content_version, h.through_version from handoff h
        where h.reply_name = $1 and ($2::text is null or h.partner_id = $2)`,
      [typed.name, own],
    );
    const proven = rows.flatMap(({ id, content_version: contentVersion, through_version: throughVersion }) => {
      const version = provenVersion({ id, contentVersion, throughVersion }, typed.proof);
      return version === null ? [] : [{ id, version }];
    });
    // Two handoffs of the same twelve signs: nobody guesses which of them was meant.
    return proven.length === 1 ? (proven[0] ?? null) : null;
  }
}
