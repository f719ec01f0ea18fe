import type { MigrationInterface, QueryRunner } from 'typeorm';
import { partnerRows, partnerRowsWhere } from '#platform';

const ended = `('cancelled', 'declined', 'failed', 'completed', 'closed-confirmed', 'entered-in-error')`;

const statements = [
  // A member can be asked again after its referral ended; what is prepared has no handoff yet.
  `alter table referral drop constraint referral_member_id_key, alter column handoff_id drop not null`,
  `
      alter table referral
        add column before text,
        add column urgency text not null default 'routine',
        add column entered_at timestamptz,
        add column clock text,
        add column due_at timestamptz,
        add column due_zone text,
        add column due_calendar text,
        add column answer_due_at timestamptz,
        add column stopped_at timestamptz,
        add column delivered jsonb,
        add column received jsonb,
        add column accepted jsonb,
        add column confirmed jsonb,
        add column family text,
        add column code text,
        add column missing jsonb not null default '[]',
        add column appointment_at timestamptz,
        add column visit_at timestamptz,
        add column reported_at timestamptz,
        add column next_report_on text,
        add column review_on text,
        add column hold_cause text,
        add column visits int,
        add column follows_id uuid references referral (id),
        add column followed_by_id uuid references referral (id)`,
  `update referral set entered_at = changed_at`,
  `alter table referral alter column entered_at set not null`,
  `create index referral_member on referral (member_id, sent_at desc)`,
  `create unique index referral_open_once on referral (plan_id, role, partner_id) where state not in ${ended}`,
  // The way of each referral, step by step: its history, and what turnaround is counted from.
  `
      create table referral_step (
        number bigint generated always as identity primary key,
        referral_id uuid not null references referral (id),
        at timestamptz not null,
        event text not null,
        before text,
        state text not null,
        waiting_on text not null,
        note text,
        by_name text
      )`,
  `create index referral_step_of on referral_step (referral_id, number)`,
  `
      insert into referral_step (referral_id, at, event, before, state, waiting_on)
      select id, sent_at, 'send', 'draft', 'sent', 'partner' from referral`,
  // What was agreed with one partner; every word is kept, the newest counts.
  `
      create table partner_service_level (
        partner_id text not null,
        clock text not null,
        version int not null,
        within jsonb not null,
        reason text not null,
        set_at timestamptz not null,
        by_name text not null,
        primary key (partner_id, clock, version)
      )`,
  `alter table partner_copy add column capacity jsonb, add column absences jsonb not null default '[]'`,
];

export class CloseTheReferralLoop20261204154500 implements MigrationInterface {
  name = 'CloseTheReferralLoop20261204154500';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
    await partnerRows(runner, 'partner_service_level');
    await partnerRowsWhere(
      runner,
      'referral_step',
      (asking) =>
        `exists (select from referral where referral.id = referral_step.referral_id and referral.partner_id = ${asking})`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table partner_copy drop column capacity, drop column absences`);
    await runner.query(`drop table partner_service_level, referral_step`);
    await runner.query(`drop index referral_open_once, referral_member`);
    const columns = ['before', 'urgency', 'entered_at', 'clock', 'due_at', 'due_zone', 'due_calendar', 'answer_due_at'];
    const acts = ['stopped_at', 'delivered', 'received', 'accepted', 'confirmed', 'family', 'code', 'missing'];
    const dates = ['appointment_at', 'visit_at', 'reported_at', 'next_report_on', 'review_on', 'hold_cause', 'visits'];
    for (const column of [...columns, ...acts, ...dates, 'follows_id', 'followed_by_id'])
      await runner.query(`alter table referral drop column ${column}`);
  }
}
