import { Injectable } from '@nestjs/common';
import { DomainError, type ClearanceReason } from '#contracts';
import type { Transaction, User } from '#platform';
import { AccessLog } from '../access/access-log.repository.js';
import { mayRead } from '../access/may-read.js';
import { StandingQueries } from '../access/standing.queries.js';
import { Vault } from '../vault/vault.js';

@Injectable()
export class ClearanceReasons {
  constructor(
    private readonly standings: StandingQueries,
    private readonly vault: Vault,
    private readonly access: AccessLog,
  ) {}

  /** Recorded in the transaction that reads. */
  async get(tx: Transaction, reader: User, episodeId: string): Promise<ClearanceReason> {
    const [episode] = await tx.query<{ patient_id: string }[]>(`select patient_id from episode where id = $1`, [
      episodeId,
    ]);
    const patientId = episode?.patient_id ?? '';
    const basis = episode && mayRead('clearance-reason', await this.standings.of(tx, reader, patientId));
    const reason = basis ? await this.vault.find(tx, { id: episodeId, patientId, what: 'clearance-reason' }) : null;
    if (!basis || reason === null) throw new DomainError('not-found', 'There is no such reason.');
    await this.access.record(tx, reader, { patientId, what: 'clearance-reason', recordId: episodeId, basis });
    return { episodeId, patientId, reason };
  }
}
