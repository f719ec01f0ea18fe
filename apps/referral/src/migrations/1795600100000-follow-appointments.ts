import { partnerRows } from '#platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const statements = [
  `alter table referral add column appointment_id uuid, add column appointment_confirmed boolean not null default false`,
  `
      create table appointment_copy (
        appointment_id uuid primary key,
        plan_id uuid not null,
        partner_id text not null,
        role text,
        starts_at timestamptz not null,
        state text not null check (state in ('booked', 'confirmed', 'arrived', 'fulfilled', 'no-show', 'cancelled'))
      )`,
  // Whether a course of therapy has its summary: what a person has reported so far.
  `alter table referral add column summary_at timestamptz`,
  `
      update referral r set summary_at = step.at
        from (select referral_id, max(at) as at from referral_step where event = 'report' and by_name is not null group by 1) step
       where step.referral_id = r.id`,
  `create index appointment_copy_of on appointment_copy (plan_id, partner_id, starts_at)`,
];

/** A referral follows the visits that scheduling has booked for it. */
export class FollowAppointments1795600100000 implements MigrationInterface {
  readonly name = 'FollowAppointments1795600100000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
    await partnerRows(runner, 'appointment_copy');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table appointment_copy`);
    await runner.query(
      `alter table referral drop column appointment_id, drop column appointment_confirmed, drop column summary_at`,
    );
  }
}
