import type { DataSource, EntityManager, EntitySubscriberInterface } from 'typeorm';

/** On the query runner, so that a rollback forgets it with the transaction. */
const appendedFlag = 'throughline:appended';

export function rememberAppended(tx: EntityManager): void {
  if (tx.queryRunner) (tx.queryRunner.data as Record<string, unknown>)[appendedFlag] = true;
}

/** Calls `wake` after every commit of a transaction that appended events. Returns how to stop it. */
export function wakeAfterCommit(dataSource: DataSource, wake: () => void): () => void {
  const subscriber: EntitySubscriberInterface = {
    afterTransactionCommit({ queryRunner }) {
      const data = queryRunner.data as Record<string, unknown>;
      // A released savepoint is reported as a commit, too; the outer transaction is still running then.
      if (data[appendedFlag] !== true || queryRunner.isTransactionActive) return;
      data[appendedFlag] = false;
      wake();
    },
  };
  dataSource.subscribers.push(subscriber);
  return () => void dataSource.subscribers.splice(dataSource.subscribers.indexOf(subscriber), 1);
}
