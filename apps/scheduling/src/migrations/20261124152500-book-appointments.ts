import type { MigrationInterface, QueryRunner } from 'typeorm';
import { openToAll, partnerRows, partnerRowsWhere } from '#platform';

const statements = [
  `alter table followed_plan
     add column patient_id uuid,
     add column document jsonb,
     add column published_at timestamptz`,
  `create table site (
     partner_id text primary key,
     kind text not null,
     name text not null,
     roles jsonb not null,
     calendar jsonb not null,
     absences jsonb not null,
     active boolean not null,
     revision int not null
   )`,
  `create table team_member (
     member_id uuid primary key,
     plan_id uuid not null,
     patient_id uuid not null,
     role text not null,
     partner_id text not null,
     status text not null,
     accepted boolean not null
   )`,
  `create index team_member_by_plan on team_member (plan_id)`,
  `create index team_member_by_partner on team_member (partner_id, plan_id)`,
  `alter table payer_authorization
     drop constraint payer_authorization_kind_check,
     drop constraint payer_authorization_state_check,
     drop constraint payer_authorization_check,
     drop constraint payer_authorization_check1,
     add column units int check (units >= 1),
     add column units_used int not null default 0,
     add column side text,
     add column level jsonb,
     add column partly boolean not null default false,
     add column sites jsonb,
     add column note text,
     add constraint authorization_kind check (kind in ('procedure', 'imaging', 'therapy')),
     add constraint authorization_state check (state in
       ('needed', 'submitted', 'pended', 'approved', 'denied', 'appealed', 'expired', 'exhausted', 'withdrawn')),
     add constraint authorization_validity
       check (state <> 'approved' or (valid_from is not null and valid_until >= valid_from)),
     add constraint authorization_denial check (state <> 'denied' or payer_reason is not null)`,
  `alter table appointment
     drop constraint appointment_plan_id_item_id_kind_hours_after_key,
     drop constraint appointment_state_check,
     add column minutes int not null default 45 check (minutes > 0),
     add column partner_id text,
     add column role text,
     add column resource text,
     add column request_id uuid,
     add column plan_starts_at timestamptz,
     add column blocked_cause text,
     add column blocked_reason text,
     add column missed int not null default 0,
     add column sequence int not null default 0,
     add column reason text,
     add column override jsonb,
     add column loading boolean not null default false,
     add column created_at timestamptz,
     add constraint appointment_state
       check (state in ('booked', 'confirmed', 'arrived', 'fulfilled', 'no-show', 'cancelled'))`,
  `update appointment set plan_starts_at = starts_at, created_at = changed_at`,
  `alter table appointment alter column created_at set not null`,
  // What a plan asks for once has one time; what was missed or cancelled stays beside it as history.
  `create unique index appointment_once on appointment (plan_id, item_id, kind, hours_after)
     where kind in ('procedure', 'diary-call') and state in ('booked', 'confirmed', 'arrived')`,
  `create index appointment_by_plan on appointment (plan_id)`,
  `create index appointment_by_site on appointment (partner_id, starts_at)`,
  `create table appointment_request (
     id uuid primary key,
     plan_id uuid not null,
     patient_id uuid not null,
     item_id text not null,
     purpose text not null,
     title text not null,
     role text,
     earliest timestamptz not null,
     latest timestamptz,
     why text not null,
     state text not null check (state in ('open', 'booked', 'withdrawn')),
     appointment_id uuid,
     created_at timestamptz not null,
     changed_at timestamptz not null,
     unique (plan_id, item_id, purpose)
   )`,
  `create index appointment_request_soonest on appointment_request (earliest, id)`,
];

/**
 * Named after its moment in milliseconds, as the one before: TypeORM orders by the last thirteen digits.
 *
 * Times are booked, not only read from the plan; a permission has units, sides and an end.
 */
export class BookAppointments1795533900000 implements MigrationInterface {
  name = 'BookAppointments1795533900000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
    await this.buildWall(runner);
  }

  /** The second wall: times of the own organization; plans, requests and permissions of studies for who is or was on the team. */
  private async buildWall(runner: QueryRunner): Promise<void> {
    const isOnTeam =
      (table: string, more = '') =>
      (asking: string) =>
        `exists (select from team_member m where m.plan_id = ${table}.plan_id and m.partner_id = ${asking}${more})`;
    await partnerRows(runner, 'appointment');
    await partnerRowsWhere(runner, 'followed_plan', isOnTeam('followed_plan'));
    await partnerRowsWhere(
      runner,
      'appointment_request',
      isOnTeam('appointment_request', ' and m.role = appointment_request.role'),
    );
    await partnerRowsWhere(
      runner,
      'payer_authorization',
      isOnTeam('payer_authorization', ` and m.role = 'imaging' and payer_authorization.kind = 'imaging'`),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['appointment', 'followed_plan', 'appointment_request', 'payer_authorization']) {
      await openToAll(runner, table);
    }
    await runner.query(`drop table appointment_request, team_member, site`);
    await runner.query(
      `alter table followed_plan drop column patient_id, drop column document, drop column published_at`,
    );
    await runner.query(`drop index appointment_once, appointment_by_plan, appointment_by_site`);
    await runner.query(`alter table appointment
      drop column minutes, drop column partner_id, drop column role, drop column resource, drop column request_id,
      drop column plan_starts_at, drop column blocked_cause, drop column blocked_reason, drop column missed,
      drop column sequence, drop column reason, drop column override, drop column loading, drop column created_at`);
    await runner.query(`alter table payer_authorization
      drop column units, drop column units_used, drop column side, drop column level, drop column partly,
      drop column sites, drop column note`);
  }
}
