import type { MigrationInterface, QueryRunner } from 'typeorm';
import { partnerRows } from '#platform';

/** What a partner's system is sent is numbered, so that it can tell when it missed something. */
export class NumberMessages1795601830000 implements MigrationInterface {
  readonly name = 'NumberMessages1795601830000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table partner_sequence (
        partner_id text primary key references partner,
        last bigint not null
      );
      alter table delivery add sequence bigint check (sequence >= 1);
      create unique index delivery_by_sequence on delivery (partner_id, sequence) where sequence is not null;
    `);
    await partnerRows(runner, 'partner_sequence');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table delivery drop sequence;
      drop table partner_sequence;
    `);
  }
}
