import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The outbox has the column meanings that change-data-capture connectors know (aggregatetype routes to the topic,
 * aggregateid is the key), so that one of them can replace our relay one day.
 */
export class MessagingTables1767225511000 implements MigrationInterface {
  readonly name = 'MessagingTables1767225511000';

  async up(runner: QueryRunner): Promise<void> {
    // Rows live for milliseconds, so dead ones are cleared by count, not by share of a table that is nearly empty.
    await runner.query(`
      create table outbox (
        number bigint generated always as identity primary key,
        id uuid not null unique,
        aggregatetype text not null,
        aggregateid text not null,
        type text not null,
        payload text not null,
        created_at timestamptz not null default clock_timestamp()
      ) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1000)`);
    await runner.query(`
      create table inbox (
        consumer text not null,
        event_id uuid not null,
        processed_at timestamptz not null default now(),
        primary key (consumer, event_id)
      )`);
    await runner.query(`create index inbox_age on inbox (processed_at)`);
    await runner.query(`
      create table parked_message (
        id bigint generated always as identity primary key,
        consumer text not null,
        key text not null,
        topic text not null,
        kafka_partition int,
        kafka_offset bigint,
        event_id uuid,
        type text,
        payload text not null,
        state text not null default 'parked' check (state in ('parked', 'replayed', 'discarded')),
        error text not null,
        tries int not null,
        parked_at timestamptz not null default now(),
        resolved_at timestamptz,
        resolved_by text,
        reason text,
        check (state <> 'discarded' or reason is not null)
      )`);
    await runner.query(`create index parked_message_waiting on parked_message (consumer, key, id) where state = 'parked'`);
    await runner.query(`create unique index parked_message_once on parked_message (consumer, event_id) where event_id is not null`);
    await runner.query(
      `create unique index parked_message_place on parked_message (consumer, topic, kafka_partition, kafka_offset) where event_id is null`,
    );
    await runner.query(`
      create table started_attempt (
        consumer text not null,
        event_id uuid not null,
        started int not null,
        primary key (consumer, event_id)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table started_attempt, parked_message, inbox, outbox`);
  }
}
