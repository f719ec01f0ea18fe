import { Injectable } from '@nestjs/common';
import { DomainError, type ReviewGlass as Review } from '#contracts';
import { Clock, type Transaction, type User } from '#platform';
import { Vault } from '../vault/vault.js';

/** The privacy officer says, once, whether it was justified. */
@Injectable()
export class ReviewGlass {
  constructor(
    private readonly vault: Vault,
    private readonly clock: Clock,
  ) {}

  async execute(tx: Transaction, command: Review & { glassId: string; user: User }): Promise<{ id: string }> {
    const { glassId: id, user, verdict, note } = command;
    const [known] = await tx.query<{ patient_id: string; reviewed_at: Date | null }[]>(
      `select patient_id, reviewed_at from glass_break where id = $1 for update`,
      [id],
    );
    if (!known) throw new DomainError('not-found', 'There is no such record.');
    if (known.reviewed_at !== null) {
      throw new DomainError('illegal-transition', 'It is reviewed already.', [], { state: 'done', allowed: [] });
    }
    await tx.query(`update glass_break set verdict = $2, reviewed_by = $3, reviewed_at = $4 where id = $1`, [
      id,
      verdict,
      user.name,
      this.clock.now(),
    ]);
    await this.vault.put(tx, { id, patientId: known.patient_id, what: 'glass-review' }, note);
    return { id };
  }
}
