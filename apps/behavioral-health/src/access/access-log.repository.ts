import { Injectable } from '@nestjs/common';
import type { AccessEntry } from '#contracts';
import { Clock, toActor, type Transaction, type User } from '#platform';

export interface Access {
  patientId: string;
  what: AccessEntry['what'];
  recordId: string | null;
  basis: string;
  granted?: boolean;
}

/** Who opened what. Rows are only ever added: the database refuses anything else. */
@Injectable()
export class AccessLog {
  constructor(private readonly clock: Clock) {}

  /** In the transaction that reads: nothing is shown that was not recorded. */
  async record(
    tx: Transaction,
    reader: User,
    { patientId, what, recordId, basis, granted = true }: Access,
  ): Promise<void> {
    await tx.query(
      `insert into access_entry (at, patient_id, what, record_id, basis, granted, by) values ($1, $2, $3, $4, $5, $6, $7)`,
      [this.clock.now(), patientId, what, recordId, basis, granted, JSON.stringify(toActor(reader))],
    );
  }
}
