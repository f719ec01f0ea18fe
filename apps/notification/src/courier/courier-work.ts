import { Injectable } from '@nestjs/common';
import { Transactions } from '#platform';
import type { Consignment } from './consignment.js';
import { CourierSweep } from './courier-sweep.js';
import type { Outcome } from './outcome.js';
import { RecordAttempt } from './record-attempt.use-case.js';

/** The courier's transactions. */
@Injectable()
export class CourierWork {
  constructor(
    private readonly transactions: Transactions,
    private readonly recordAttempt: RecordAttempt,
    private readonly sweeping: CourierSweep,
  ) {}

  record(consignment: Consignment, outcome: Outcome): Promise<void> {
    return this.transactions.run((tx) => this.recordAttempt.execute(tx, consignment, outcome));
  }

  sweep(): Promise<void> {
    return this.transactions.run((tx) => this.sweeping.execute(tx));
  }
}
