import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The caller gets a column of its own: joined with the key, two callers could read alike and one get the other's answer. */
export class IdempotencyActor1767225501000 implements MigrationInterface {
  readonly name = 'IdempotencyActor1767225501000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table idempotency_key add column actor text, drop constraint idempotency_key_pkey`);
    await runner.query(`
      update idempotency_key
      set actor = split_part(key, ' ', 1), key = substr(key, strpos(key, ' ') + 1)`);
    await runner.query(`alter table idempotency_key alter column actor set not null, add primary key (actor, key)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table idempotency_key drop constraint idempotency_key_pkey`);
    await runner.query(`update idempotency_key set key = actor || ' ' || key`);
    await runner.query(`alter table idempotency_key drop column actor, add primary key (key)`);
  }
}
