import type { MigrationInterface, QueryRunner } from 'typeorm';
import { clinicRows, openToAll, partnerRows } from '#platform';

// The number is the moment in milliseconds, as in the first migration: that is what orders them.
export class EndpointsAndAttempts1795534800000 implements MigrationInterface {
  readonly name = 'EndpointsAndAttempts1795534800000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table partner
        add capacity jsonb,
        add absences jsonb,
        add phone text,
        add people jsonb not null default '[]',
        add preferences jsonb not null default '{"channels": {}, "digestAt": null}';

      create table endpoint (
        id uuid primary key,
        partner_id text not null references partner,
        kind text not null check (kind in ('webhook', 'email')),
        address text not null,
        state text not null check (state in ('active', 'paused', 'disabled')),
        reason text,
        secrets jsonb not null,
        failures int not null default 0 check (failures >= 0),
        open_until timestamptz,
        last_delivered_at timestamptz,
        last_failed_at timestamptz,
        last_error text,
        created_at timestamptz not null,
        unique (partner_id, kind)
      );

      alter table delivery
        drop constraint delivery_handoff_id_kind_key,
        drop constraint delivery_kind_check,
        drop constraint delivery_state_check,
        alter handoff_id drop not null,
        add number bigint generated always as identity,
        add plan_id uuid,
        add release_id uuid,
        add consent_id uuid,
        add endpoint_id uuid references endpoint on delete set null,
        add message_id text not null default 'msg_' || replace(gen_random_uuid()::text, '-', ''),
        add sealed_body text,
        add next_at timestamptz,
        add give_up_at timestamptz,
        add tries int not null default 0,
        add in_digest boolean not null default false,
        add is_update boolean not null default false,
        add lease uuid,
        add lease_until timestamptz,
        add may_have_arrived boolean not null default false,
        add reason text,
        add settled_at timestamptz,
        add check (kind in ('handoff', 'no-longer-needed', 'release')),
        add check (state in ('queued', 'sending', 'retrying', 'delivered', 'failed', 'cancelled')),
        add check ((kind = 'release') = (handoff_id is null)),
        add check ((kind = 'release') = (release_id is not null)),
        add unique (handoff_id, kind, channel),
        add unique (release_id, channel),
        add unique (message_id);
      create index delivery_waiting on delivery (endpoint_id, next_at) where state in ('queued', 'sending', 'retrying');
      create index delivery_undelivered on delivery (endpoint_id, patient_id, number)
        where state in ('queued', 'sending', 'retrying', 'failed');

      alter table delivery_attempt
        add status int,
        add duration_ms int,
        add error text,
        add next_at timestamptz;

      create table release_consent (
        consent_id uuid primary key,
        patient_id uuid not null,
        recipient text not null,
        state text not null check (state in ('granted', 'revoked', 'expired')),
        at timestamptz not null
      );

      create table captured_mail (
        id uuid primary key,
        at timestamptz not null,
        recipient text not null,
        subject text not null,
        text text not null,
        message_id text not null
      );
      create index captured_mail_newest on captured_mail (at desc, id desc);
    `);
    await partnerRows(runner, 'endpoint');
    await clinicRows(runner, 'release_consent');
  }

  async down(runner: QueryRunner): Promise<void> {
    await openToAll(runner, 'release_consent');
    await openToAll(runner, 'endpoint');
    await runner.query(`
      drop table captured_mail;
      drop table release_consent;
      alter table delivery_attempt drop status, drop duration_ms, drop error, drop next_at;
      delete from delivery_attempt where delivery_id in (select id from delivery where kind = 'release');
      delete from delivery where kind = 'release';
      alter table delivery
        drop number, drop plan_id, drop release_id, drop consent_id, drop endpoint_id, drop message_id, drop sealed_body,
        drop next_at, drop give_up_at, drop tries, drop in_digest, drop is_update, drop lease, drop lease_until, drop may_have_arrived,
        drop reason, drop settled_at;
      drop table endpoint;
      alter table partner drop capacity, drop absences, drop phone, drop people, drop preferences;
    `);
  }
}
