import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Floor of the retention, in the database itself: nothing younger goes, whoever asks. HIPAA keeps documentation for six years. */
const floorYears = 6;

export class AuditTables1767225502000 implements MigrationInterface {
  readonly name = 'AuditTables1767225502000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table audit_entry (
        id uuid primary key,
        at timestamptz not null,
        recorded_at timestamptz not null default clock_timestamp(),
        actor_sub text,
        actor_name text,
        actor_role text,
        actor_partner text,
        purpose text,
        reason text,
        break_glass_id text,
        method text not null,
        route text not null,
        ids jsonb not null,
        patient_ids uuid[] not null,
        status int not null,
        trace text not null
      );
      create index audit_entry_newest on audit_entry (at desc, id desc);
      create index audit_entry_patients on audit_entry using gin (patient_ids);
      create index audit_entry_actor on audit_entry (actor_sub, at desc, id desc);

      -- One number after the other, each with the hash of all before it.
      create table audit_seal (
        number bigint primary key check (number >= 1),
        entry_id uuid not null unique,
        hash text not null check (hash ~ '^[0-9a-f]{64}$'),
        sealed_at timestamptz not null
      );
      -- What waits for its number. Filled with each entry, so a late commit is sealed late and never passed over.
      create table audit_unsealed (entry_id uuid primary key);
      -- How far somebody took the log to a safe place: what may be forgotten when it is old enough.
      create table audit_export (
        up_to bigint primary key,
        hash text not null,
        exported_at timestamptz not null,
        exported_by text not null
      );

      create function audit_wait_for_seal() returns trigger language plpgsql as $$
      begin
        insert into audit_unsealed (entry_id) values (new.id);
        return null;
      end $$;
      create trigger audit_entry_waits after insert on audit_entry
        for each row execute function audit_wait_for_seal();

      create function audit_refuse() returns trigger language plpgsql as $$
      begin
        raise exception 'the audit log is append-only: % of %', lower(tg_op), tg_table_name using errcode = 'insufficient_privilege';
      end $$;
      create trigger audit_entry_stays before update or truncate on audit_entry
        for each statement execute function audit_refuse();
      create trigger audit_seal_stays before update or delete or truncate on audit_seal
        for each statement execute function audit_refuse();
      create trigger audit_export_stays before update or delete or truncate on audit_export
        for each statement execute function audit_refuse();

      create function audit_keep() returns trigger language plpgsql as $$
      begin
        if old.recorded_at < now() - interval '${floorYears} years' and exists (
          select from audit_seal join audit_export on audit_export.up_to >= audit_seal.number
           where audit_seal.entry_id = old.id)
        then return old; end if;
        raise exception 'the audit log is append-only: delete of audit_entry' using errcode = 'insufficient_privilege';
      end $$;
      create trigger audit_entry_is_kept before delete on audit_entry for each row execute function audit_keep();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table audit_entry, audit_seal, audit_unsealed, audit_export;
      drop function audit_wait_for_seal, audit_refuse, audit_keep;
    `);
  }
}
