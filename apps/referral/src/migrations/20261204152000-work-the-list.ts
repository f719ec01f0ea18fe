import type { MigrationInterface, QueryRunner } from 'typeorm';

const waiting = `status in ('open', 'unassigned')`;

const statements = [
  // What people set, and what the news says, about one row of the list.
  `
      alter table handoff
        add column pool text,
        add column labels text[] not null default '{}',
        add column chase_on text check (chase_on ~ '^\\d{4}-\\d{2}-\\d{2}$'),
        add column chase_reason text,
        add column asleep boolean not null default false,
        add column blocker jsonb,
        add column awaiting_authorization boolean not null default false,
        add column awaiting_consent boolean not null default false,
        add column delivered_at timestamptz,
        add column undeliverable_at timestamptz,
        add column opened_at timestamptz,
        add column reminded_at timestamptz,
        add column contest jsonb,
        add column contested_at timestamptz,
        add column answer_by timestamptz,
        add column half_at timestamptz,
        add column late_at timestamptz,
        add column last_activity_at timestamptz not null default '-infinity',
        add constraint handoff_contested_until check ((contested_at is null) = (answer_by is null))`,
  `update handoff set last_activity_at = coalesce(ended_at, issued_at)`,
  `alter table handoff alter column last_activity_at drop default`,
  // Computed here and nowhere else, so that nobody can type it and nothing that changes the row can forget it.
  `
      alter table handoff add column waiting_on text not null generated always as (
        case
          when status = 'unassigned' then 'us'
          when status <> 'open' then 'nobody'
          when contested_at is not null or undeliverable_at is not null then 'us'
          when urgency <> 'emergency' and (awaiting_authorization or blocker ->> 'kind' = 'authorization') then 'payer'
          when awaiting_consent or blocker ->> 'kind' in ('consent', 'patient-unreachable') then 'patient'
          when blocker ->> 'kind' = 'other' then 'us'
          else 'partner'
        end) stored`,
  // The list is read by what still waits: ten thousand of a million. What has ended stands in the other indexes.
  `create index handoff_waiting_due on handoff (due_at, id) where ${waiting}`,
  `create index handoff_waiting_issued on handoff (issued_at desc, id desc) where ${waiting}`,
  `create index handoff_waiting_activity on handoff (last_activity_at desc, id desc) where ${waiting}`,
  `create index handoff_waiting_owner on handoff (owner, due_at, id) where ${waiting}`,
  `create index handoff_waiting_partner on handoff (partner_id, due_at, id) where ${waiting}`,
  `create index handoff_activity on handoff (last_activity_at desc, id desc)`,
  `create index handoff_owner on handoff (owner, due_at, id) where owner is not null`,
  `create index handoff_member on handoff (member_id, issued_at desc)`,
  `create index referral_to_work_on on referral (state) where state in ('info-requested', 'completed')`,
  `create index referral_declined on referral (plan_id, role) where state = 'declined'`,
  `create index plan_version_correction on plan_version_copy (plan_id, corrects) where corrects is not null`,
  // Names and record numbers are found by their beginning. Behind a row policy an index serves only comparisons that cannot leak,
  // so a beginning is a range of keys and no pattern. Letters of the English alphabet match in either case.
  `
      alter table patient_copy
        add column family_key text collate "C" not null generated always as (lower(family_name collate "C")) stored,
        add column name_key text collate "C" not null
          generated always as (lower((given_name || ' ' || family_name) collate "C")) stored,
        add column record_key text collate "C" not null generated always as (lower(record_number collate "C")) stored`,
  `create index patient_copy_family on patient_copy (family_key)`,
  `create index patient_copy_name on patient_copy (name_key)`,
  `create index patient_copy_record on patient_copy (record_key)`,
  `
      create table authorization_copy (
        authorization_id uuid primary key,
        plan_id uuid not null,
        item_id text not null,
        state text not null check (state in ('waiting', 'approved', 'denied', 'withdrawn')),
        changed_at timestamptz not null
      )`,
  `create index authorization_copy_plan on authorization_copy (plan_id)`,
  `
      create table consent_copy (
        consent_id uuid primary key,
        patient_id uuid not null,
        recipient text not null,
        state text not null,
        changed_at timestamptz not null
      )`,
  `create index consent_copy_patient on consent_copy (patient_id, recipient)`,
  `
      create table history_packet_copy (
        patient_id uuid primary key,
        missing jsonb not null,
        recorded_at timestamptz not null
      )`,
];

/** The coordinator's worklist: lanes, chase dates, blockers, labels, three times, contest. */
export class WorkTheList20261204152000 implements MigrationInterface {
  name = 'WorkTheList20261204152000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table history_packet_copy, consent_copy, authorization_copy`);
    for (const index of ['referral_to_work_on', 'referral_declined', 'plan_version_correction'])
      await runner.query(`drop index ${index}`);
    for (const key of ['family_key', 'name_key', 'record_key'])
      await runner.query(`alter table patient_copy drop column ${key}`);
    await runner.query(`drop index handoff_owner, handoff_member`);
    await runner.query(`alter table handoff drop column waiting_on`);
    const columns = ['pool', 'labels', 'chase_on', 'chase_reason', 'asleep', 'blocker', 'awaiting_authorization'];
    const more = ['awaiting_consent', 'delivered_at', 'undeliverable_at', 'opened_at', 'reminded_at', 'contest'];
    const last = ['contested_at', 'answer_by', 'half_at', 'late_at', 'last_activity_at'];
    for (const column of [...columns, ...more, ...last])
      await runner.query(`alter table handoff drop column ${column}`);
  }
}
