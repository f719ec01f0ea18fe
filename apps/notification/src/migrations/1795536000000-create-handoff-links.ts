import type { MigrationInterface, QueryRunner } from 'typeorm';
import { partnerRows } from '#platform';

export class CreateHandoffLinks1795536000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table handoff_link (
        id uuid primary key,
        -- SHA-256 of the token, in hex: reading this table opens no handoff.
        token_hash text not null unique,
        handoff_id uuid not null,
        patient_id uuid not null,
        partner_id text not null,
        due_at timestamptz not null,
        issued_at timestamptz not null,
        expires_at timestamptz not null,
        opened_at timestamptz,
        closed_at timestamptz,
        closed_as text check (closed_as in ('superseded', 'withdrawn', 'revoked')),
        next_handoff_id uuid,
        check ((closed_at is null) = (closed_as is null))
      );
      create index handoff_link_by_handoff on handoff_link (handoff_id, issued_at desc);
    `);
    await partnerRows(runner, 'handoff_link');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table handoff_link');
  }
}
