import type { MigrationInterface, QueryRunner } from 'typeorm';

const statements = [
  `
      create table work_item (
        id uuid primary key,
        plan_id uuid not null,
        patient_id uuid not null,
        desk text not null,
        plan_version int not null,
        rule_id text not null,
        item_id text,
        role text,
        ask jsonb not null,
        due_at timestamptz not null,
        status text not null check (status in ('open', 'done', 'no-longer-needed')),
        opened_at timestamptz not null,
        closed_at timestamptz
      )`,
  `create index work_item_due on work_item (due_at, id)`,
  `create index work_item_desk_due on work_item (desk, status, due_at, id)`,
  `create index work_item_patient on work_item (patient_id, due_at, id)`,
  `create index work_item_open_plan on work_item (plan_id) where status = 'open'`,
  `
      create table referral (
        id uuid primary key,
        plan_id uuid not null,
        patient_id uuid not null,
        member_id uuid not null unique,
        role text not null,
        partner_id text not null,
        handoff_id uuid not null references handoff (id),
        state text not null,
        sent_at timestamptz not null,
        changed_at timestamptz not null,
        note text
      )`,
  `create index referral_sent on referral (sent_at desc, id desc)`,
  `create index referral_partner_sent on referral (partner_id, sent_at desc, id desc)`,
  `create index referral_patient on referral (patient_id)`,
];

export class CreateWorkItemsAndReferrals20261201100200 implements MigrationInterface {
  name = 'CreateWorkItemsAndReferrals20261201100200';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table referral, work_item`);
  }
}
