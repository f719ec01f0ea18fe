import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateCareTeam20261201090100 implements MigrationInterface {
  name = 'CreateCareTeam20261201090100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table partner_copy (
        partner_id text primary key,
        kind text not null check (kind in ('clinic', 'partner')),
        name text not null,
        roles jsonb not null,
        calendar jsonb not null,
        active boolean not null,
        revision int not null
      );

      create table team_member (
        id uuid primary key,
        plan_id uuid not null references plan,
        role text not null,
        partner_id text not null,
        status text not null check (status in ('proposed', 'active', 'ended')),
        engaged_for jsonb not null,
        acknowledged_version int not null default 0 check (acknowledged_version >= 0),
        joined_at timestamptz not null,
        ended_at timestamptz,
        ended_reason text,
        referral_state text,
        concern text,
        last_heard_at timestamptz
      );
      create index team_member_by_plan on team_member (plan_id, role);
      create unique index team_member_holds_a_role_once on team_member (plan_id, role, partner_id) where status <> 'ended';

      create table handoff_copy (
        id uuid primary key,
        plan_id uuid not null,
        role text not null,
        member_id uuid,
        state text not null check (state in ('unassigned', 'assigned', 'open', 'closed')),
        urgency text not null,
        due_at timestamptz not null
      );
      create index handoff_copy_by_plan on handoff_copy (plan_id) where state in ('unassigned', 'open');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table handoff_copy; drop table team_member; drop table partner_copy;');
  }
}
