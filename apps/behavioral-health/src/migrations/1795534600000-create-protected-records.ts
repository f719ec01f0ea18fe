import type { MigrationInterface, QueryRunner } from 'typeorm';
import { clinicRows, partnerRowsWhere } from '#platform';

const isOrWasTreating = (table: string, asking: string): string =>
  `exists (select from team_member member where member.patient_id = ${table}.patient_id and member.partner_id = ${asking})`;

/** What people said and wrote stands in `sealed_content` alone, encrypted; every other table holds only who, when and under what. */
export class CreateProtectedRecords1795534600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table partner_copy (
        partner_id text primary key,
        kind text not null check (kind in ('clinic', 'partner')),
        calendar jsonb not null,
        active boolean not null,
        revision int not null
      );

      create table sealed_content (
        id uuid not null,
        patient_id uuid not null,
        what text not null,
        key_id text not null,
        wrapped_key bytea not null,
        body bytea not null,
        primary key (id, what)
      );
      create index sealed_content_by_key on sealed_content (key_id);

      create table screening (
        id uuid primary key,
        patient_id uuid not null,
        instrument text not null check (instrument in ('phq-9', 'gad-7', 'isi', 'audit-c')),
        taken_at timestamptz not null,
        recorded_at timestamptz not null,
        recorded_by text not null,
        partner_id text not null
      );
      create index screening_newest on screening (patient_id, taken_at desc, id desc);

      create table note (
        id uuid primary key,
        patient_id uuid not null,
        kind text not null check (kind in ('progress', 'part2', 'psychotherapy')),
        episode_id uuid,
        author_sub text not null,
        author_name text not null,
        partner_id text not null,
        written_at timestamptz not null
      );
      create index note_newest on note (patient_id, written_at desc, id desc);

      create table consent (
        id uuid primary key,
        patient_id uuid not null,
        plan_id uuid not null,
        recipient text not null,
        what text[] not null check (cardinality(what) > 0 and what <@ array['status', 'scores', 'part2']),
        valid_from timestamptz not null,
        valid_until timestamptz not null,
        method text not null check (method in ('written', 'electronic', 'verbal')),
        text_version text not null,
        recorded_by text not null,
        recorded_at timestamptz not null,
        revoked_at timestamptz,
        revoked_by text,
        check (valid_from < valid_until),
        check (method <> 'verbal' or not 'part2' = any (what)),
        check ((revoked_at is null) = (revoked_by is null))
      );
      create index consent_by_patient on consent (patient_id, recorded_at desc, id desc);

      create table release (
        id uuid primary key,
        consent_id uuid not null references consent,
        patient_id uuid not null,
        recipient text not null,
        what text not null check (what in ('status', 'scores', 'part2')),
        state text not null check (state in ('made', 'withheld')),
        made_at timestamptz not null,
        made_by text not null
      );
      create index release_newest on release (made_at desc, id desc);
      create index release_by_recipient on release (recipient, made_at desc, id desc);

      create table glass_break (
        id uuid primary key,
        patient_id uuid not null,
        by_sub text not null,
        by_name text not null,
        emergency boolean not null,
        opened_at timestamptz not null,
        closes_at timestamptz not null,
        review_due_at timestamptz not null,
        verdict text check (verdict in ('justified', 'not-justified')),
        reviewed_by text,
        reviewed_at timestamptz,
        check ((verdict is null) = (reviewed_at is null))
      );
      create index glass_break_newest on glass_break (opened_at desc, id desc);
      create index glass_break_open on glass_break (by_sub, patient_id, closes_at);

      create table access_entry (
        id bigint generated always as identity primary key,
        at timestamptz not null,
        patient_id uuid not null,
        what text not null,
        record_id uuid,
        basis text not null,
        granted boolean not null,
        by jsonb not null
      );
      create index access_entry_by_patient on access_entry (patient_id, id desc);
      create index access_entry_by_basis on access_entry (basis);

      create function refuse_change() returns trigger language plpgsql as $$
      begin
        raise exception 'what was recorded here is never changed';
      end $$;
      create trigger access_entry_is_append_only before update or delete or truncate on access_entry
        for each statement execute function refuse_change();
    `);
    await this.buildWalls(runner);
  }

  /** The second wall. Whom the patient named as recipient stands before the consent and the release, too. */
  private async buildWalls(runner: QueryRunner): Promise<void> {
    await partnerRowsWhere(runner, 'screening', (asking) => isOrWasTreating('screening', asking));
    await partnerRowsWhere(
      runner,
      'note',
      (asking) => `note.partner_id = ${asking} or (kind <> 'psychotherapy' and ${isOrWasTreating('note', asking)})`,
    );
    for (const table of ['consent', 'release']) {
      await partnerRowsWhere(
        runner,
        table,
        (asking) => `${table}.recipient = ${asking} or ${isOrWasTreating(table, asking)}`,
      );
    }
    await partnerRowsWhere(
      runner,
      'sealed_content',
      (asking) => `${isOrWasTreating('sealed_content', asking)}
        or exists (select from consent where consent.id = sealed_content.id and consent.recipient = ${asking})
        or exists (select from release where release.id = sealed_content.id and release.recipient = ${asking})`,
    );
    await partnerRowsWhere(runner, 'access_entry', (asking) => `access_entry.by ->> 'partnerId' = ${asking}`);
    await clinicRows(runner, 'glass_break');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table access_entry, glass_break, release, consent, note, screening, sealed_content, partner_copy;
      drop function refuse_change;
    `);
  }
}
