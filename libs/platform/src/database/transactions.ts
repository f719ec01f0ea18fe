import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { AuditTrail } from '../audit/audit-trail.js';
import { currentRequest } from '../request/request-context.js';
import { replayOrRun, type IdempotentRequest } from './idempotency.js';

/** The handle of a running transaction: the explicit first parameter of everything that writes. */
export type Transaction = EntityManager;

/** Only entrances (controllers, processors) open transactions; inner code receives the handle. */
@Injectable()
export class Transactions {
  constructor(
    private readonly dataSource: DataSource,
    private readonly trail: AuditTrail,
  ) {}

  /**
   * Runs `work` in one transaction: all of it takes effect, or nothing. Its error passes through unchanged. What a request changes
   * is audited in the same transaction: no effect without its entry.
   */
  async run<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    const draft = currentRequest()?.audit ?? null;
    if (draft === null || draft.asked.method === 'GET' || draft.committedStatus !== null)
      return this.dataSource.transaction(work);
    const result = await this.dataSource.transaction(async (tx) => {
      const answer = await work(tx);
      await this.trail.recordEffect(tx, draft, answer);
      return answer;
    });
    draft.committed();
    return result;
  }

  /**
   * Like `run`, once per Idempotency-Key of a caller: a repetition gets the first answer and has no effect; while the first
   * is still running the second waits for it. The same key with another request is `idempotency-conflict`. The answer must be
   * JSON. Without a key it is `run`.
   */
  once<T>(request: IdempotentRequest, work: (tx: Transaction) => Promise<T>): Promise<T> {
    const { key } = request;
    if (key === null) return this.run(work);
    return this.run((tx) => replayOrRun(tx, { ...request, key }, work));
  }
}
