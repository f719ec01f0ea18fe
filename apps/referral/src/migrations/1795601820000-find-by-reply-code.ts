import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The code of a printed page leads to its handoff without looking at all of them. A column, not an index over the expression: behind the
 * partner wall the database uses an index only for comparisons that can give nothing away, and a hash is none.
 */
export class FindByReplyCode1795601820000 implements MigrationInterface {
  readonly name = 'FindByReplyCode1795601820000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table handoff add reply_name text not null
        generated always as (upper(left(encode(sha256(('reply:' || id::text)::bytea), 'hex'), 8))) stored;
      create index handoff_by_reply_name on handoff (reply_name);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table handoff drop reply_name');
  }
}
