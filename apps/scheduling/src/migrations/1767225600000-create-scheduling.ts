import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateScheduling1767225600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table followed_plan (
        plan_id uuid primary key,
        version int not null check (version >= 1)
      );

      create table payer_authorization (
        id uuid primary key,
        plan_id uuid not null,
        patient_id uuid not null,
        item_id text not null,
        kind text not null check (kind in ('procedure', 'imaging')),
        subject text not null,
        state text not null check (state in ('needed', 'submitted', 'approved', 'denied', 'withdrawn')),
        valid_from date,
        valid_until date,
        payer_reason text,
        appeal_by date,
        needed_at timestamptz not null,
        changed_at timestamptz not null,
        unique (plan_id, kind, item_id),
        check (state <> 'approved' or (valid_from is not null and valid_until >= valid_from)),
        check (state <> 'denied' or payer_reason is not null)
      );
      create index payer_authorization_newest on payer_authorization (needed_at desc, id desc);
      create index payer_authorization_by_patient on payer_authorization (patient_id);

      create table appointment (
        id uuid primary key,
        plan_id uuid not null,
        patient_id uuid not null,
        item_id text not null,
        kind text not null check (kind in ('procedure', 'diary-call', 'imaging', 'visit')),
        hours_after int not null check (hours_after >= 0),
        title text not null,
        state text not null check (state in ('booked', 'fulfilled', 'cancelled')),
        settled_by_desk boolean not null,
        starts_at timestamptz not null,
        changed_at timestamptz not null,
        unique (plan_id, item_id, kind, hours_after)
      );
      create index appointment_soonest on appointment (starts_at, id);
      create index appointment_by_patient on appointment (patient_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table appointment;
      drop table payer_authorization;
      drop table followed_plan;
    `);
  }
}
