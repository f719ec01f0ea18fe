import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateDirectoryAndDeliveries1767225600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table partner (
        partner_id text primary key,
        kind text not null check (kind in ('clinic', 'partner')),
        name text not null,
        roles jsonb not null,
        calendar jsonb not null,
        active boolean not null,
        revision int not null check (revision >= 1),
        changed_at timestamptz not null
      );
      create index partner_by_name on partner (lower(name), partner_id);

      create table delivery (
        id uuid primary key,
        handoff_id uuid not null,
        kind text not null check (kind in ('handoff', 'no-longer-needed')),
        patient_id uuid not null,
        partner_id text not null,
        urgency text not null,
        due_at timestamptz not null,
        channel text not null check (channel in ('inbox', 'webhook', 'email')),
        state text not null check (state in ('delivered', 'retrying', 'failed', 'cancelled')),
        created_at timestamptz not null,
        unique (handoff_id, kind)
      );
      create index delivery_newest on delivery (created_at desc, id desc);
      create index delivery_by_partner on delivery (partner_id, created_at desc, id desc);

      create table delivery_attempt (
        delivery_id uuid not null references delivery,
        number int not null check (number >= 1),
        at timestamptz not null,
        outcome text not null,
        primary key (delivery_id, number)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table delivery_attempt;
      drop table delivery;
      drop table partner;
    `);
  }
}
