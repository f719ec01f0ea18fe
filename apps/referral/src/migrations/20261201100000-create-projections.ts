import type { MigrationInterface, QueryRunner } from 'typeorm';

const statements = [
  `
      create table patient_copy (
        patient_id uuid primary key,
        record_number text not null,
        given_name text not null,
        family_name text not null,
        birth_date text not null,
        contact_language text not null
      )`,
  `
      create table partner_copy (
        partner_id text primary key,
        kind text not null,
        name text not null,
        roles jsonb not null,
        calendar jsonb not null,
        active boolean not null,
        revision int not null
      )`,
  `
      create table plan_version_copy (
        plan_id uuid not null,
        version int not null,
        patient_id uuid not null,
        document jsonb not null,
        published_at timestamptz not null,
        desks_informed boolean not null,
        primary key (plan_id, version)
      )`,
  `create index plan_version_copy_patient on plan_version_copy (patient_id, plan_id)`,
  `
      create table team_member_copy (
        member_id uuid primary key,
        plan_id uuid not null,
        patient_id uuid not null,
        role text not null,
        partner_id text not null,
        status text not null,
        engaged_for jsonb not null,
        acknowledged_version int not null,
        joined_at timestamptz not null
      )`,
  `create index team_member_copy_plan on team_member_copy (plan_id)`,
  `create index team_member_copy_partner on team_member_copy (partner_id, plan_id) where status = 'active'`,
];

/** Copies of what other services own, as their events told it. */
export class CreateProjections20261201100000 implements MigrationInterface {
  name = 'CreateProjections20261201100000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table team_member_copy, plan_version_copy, partner_copy, patient_copy`);
  }
}
