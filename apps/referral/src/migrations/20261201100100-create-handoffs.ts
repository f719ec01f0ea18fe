import type { MigrationInterface, QueryRunner } from 'typeorm';

const statements = [
  `
      create table handoff (
        id uuid primary key,
        plan_id uuid not null,
        patient_id uuid not null,
        role text not null,
        member_id uuid,
        partner_id text,
        status text not null check (status in ('unassigned', 'open', 'acknowledged', 'superseded', 'withdrawn', 'closed')),
        from_version int not null,
        content_version int not null,
        through_version int not null check (through_version >= content_version),
        urgency text not null,
        due_at timestamptz not null,
        issued_at timestamptz not null,
        asks jsonb not null,
        slice jsonb not null,
        changes jsonb not null,
        ruleset_version text not null,
        supersedes uuid references handoff (id),
        superseded_by uuid,
        owner text,
        acknowledgement jsonb,
        ended_at timestamptz,
        check ((member_id is null) = (partner_id is null)),
        check (status <> 'open' or member_id is not null)
      )`,
  // The promise of the whole service: at most one open obligation per member, one open question per role.
  `create unique index handoff_one_open_per_member on handoff (member_id) where status = 'open'`,
  `create unique index handoff_one_unassigned_per_role on handoff (plan_id, role) where status = 'unassigned'`,
  // Lists go by due or by issue, with or without a status; a partner's always by its organization.
  `create index handoff_due on handoff (due_at, id)`,
  `create index handoff_status_due on handoff (status, due_at, id)`,
  `create index handoff_issued on handoff (issued_at desc, id desc)`,
  `create index handoff_partner_due on handoff (partner_id, due_at, id)`,
  `create index handoff_partner_issued on handoff (partner_id, issued_at desc, id desc)`,
  `create index handoff_plan on handoff (plan_id, status)`,
  `create index handoff_patient on handoff (patient_id)`,
  `
      create table handoff_entry (
        id uuid primary key,
        number bigint generated always as identity,
        handoff_id uuid not null references handoff (id),
        at timestamptz not null,
        kind text not null check (kind in ('history', 'note')),
        text text not null,
        by_name text,
        for_partner boolean not null
      )`,
  `create index handoff_entry_handoff on handoff_entry (handoff_id, number)`,
];

export class CreateHandoffs20261201100100 implements MigrationInterface {
  name = 'CreateHandoffs20261201100100';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table handoff_entry, handoff`);
  }
}
