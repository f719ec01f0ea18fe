import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateTimelineAndMeasurements20261201090200 implements MigrationInterface {
  name = 'CreateTimelineAndMeasurements20261201090200';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table measurement (
        id uuid primary key,
        plan_id uuid not null references plan,
        target_id text not null,
        measure text not null,
        value double precision not null,
        measured_at timestamptz not null,
        source text not null check (source in ('clinic', 'partner', 'patient')),
        measured_by jsonb not null,
        recorded_at timestamptz not null
      );
      create index measurement_by_target on measurement (plan_id, target_id, measured_at);

      create table timeline_entry (
        id bigint generated always as identity primary key,
        patient_id uuid not null,
        at timestamptz not null,
        type text not null,
        text text not null,
        by text,
        plan_version int
      );
      create index timeline_entry_newest_first on timeline_entry (patient_id, at desc, id desc);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table timeline_entry; drop table measurement;');
  }
}
