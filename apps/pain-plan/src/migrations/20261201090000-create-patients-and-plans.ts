import type { MigrationInterface, QueryRunner } from 'typeorm';

const patients = `
  create sequence record_number_seq start 100001;

  create table patient (
    id uuid primary key,
    record_number text not null unique,
    given_name text not null,
    family_name text not null,
    birth_date date not null,
    contact_language text not null,
    registered_at timestamptz not null
  );
  create index patient_by_name on patient (lower(family_name), lower(given_name), id);

  create table history_packet (
    patient_id uuid primary key references patient,
    packet jsonb not null,
    missing jsonb not null,
    recorded_at timestamptz not null
  );
`;

const plans = `
  create table plan (
    id uuid primary key,
    patient_id uuid not null unique references patient,
    current_version int not null check (current_version >= 1),
    created_at timestamptz not null
  );

  create table plan_version (
    plan_id uuid not null references plan,
    version int not null check (version >= 1),
    document jsonb not null,
    changes jsonb not null,
    reason text not null,
    author jsonb not null,
    ruleset_version text not null,
    published_at timestamptz not null,
    primary key (plan_id, version)
  );

  create table plan_draft (
    plan_id uuid not null references plan,
    author_sub text not null,
    document jsonb not null,
    based_on int not null,
    saved_at timestamptz not null,
    primary key (plan_id, author_sub)
  );
`;

/** The promise that a published version never changes is kept by the database, whoever holds the connection. */
const immutability = `
  create function refuse_plan_version_change() returns trigger language plpgsql as $$
  begin
    raise exception 'plan versions are immutable: publish the next version instead';
  end $$;
  create trigger plan_version_is_immutable before update or delete on plan_version
    for each row execute function refuse_plan_version_change();
  create trigger plan_version_is_not_emptied before truncate on plan_version
    for each statement execute function refuse_plan_version_change();
`;

export class CreatePatientsAndPlans20261201090000 implements MigrationInterface {
  name = 'CreatePatientsAndPlans20261201090000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(patients);
    await runner.query(plans);
    await runner.query(immutability);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table plan_draft;
      drop table plan_version;
      drop function refuse_plan_version_change;
      drop table plan;
      drop table history_packet;
      drop table patient;
      drop sequence record_number_seq;
    `);
  }
}
