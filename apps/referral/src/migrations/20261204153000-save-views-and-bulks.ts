import { clinicRows } from '#platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const statements = [
  `
      create table worklist_view (
        id uuid primary key,
        scope text not null check (scope in ('own', 'team')),
        owner_sub text not null,
        name text not null,
        filter jsonb not null,
        by_name text not null,
        changed_at timestamptz not null
      )`,
  `create unique index worklist_view_own_name on worklist_view (owner_sub, lower(name)) where scope = 'own'`,
  `create unique index worklist_view_team_name on worklist_view (lower(name)) where scope = 'team'`,
  `
      create table bulk_action (
        id uuid primary key,
        by_sub text not null,
        by_name text not null,
        at timestamptz not null,
        request jsonb not null,
        undone_at timestamptz
      )`,
  `
      create table bulk_item (
        bulk_id uuid not null references bulk_action (id),
        handoff_id uuid not null,
        outcome text not null check (outcome in ('done', 'refused', 'skipped', 'undone')),
        reason text,
        partner_id text,
        before jsonb,
        after jsonb,
        primary key (bulk_id, handoff_id)
      )`,
];

/** Saved views of the list, and what was done to many rows at once, so that it can be taken back. */
export class SaveViewsAndBulks20261204153000 implements MigrationInterface {
  name = 'SaveViewsAndBulks20261204153000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
    for (const table of ['worklist_view', 'bulk_action', 'bulk_item']) await clinicRows(runner, table);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table bulk_item, bulk_action, worklist_view`);
  }
}
