import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The outbox has the column meanings that change-data-capture connectors know (aggregatetype routes to the topic,
 * aggregateid is the key), so that one of them can replace our relay one day.
 */
export class MessagingTables1767225513000 implements MigrationInterface {
  readonly name = 'MessagingTables1767225513000';

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
    await runner.query(
      `create index parked_message_waiting on parked_message (consumer, key, id) where state = 'parked'`,
    );
    await runner.query(
      `create unique index parked_message_once on parked_message (consumer, event_id) where event_id is not null`,
    );
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
    await runner.query(appendEvents);
    await runner.query(enterEvent);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop function enter_event, append_events`);
    await runner.query(`drop table started_attempt, parked_message, inbox, outbox`);
  }
}

/**
 * The lock is held until the commit and taken before the rows draw their numbers: per key, numbers ascend with commits. Subjects
 * sorted, so that two transactions with the same ones do not wait for each other.
 */
const appendEvents = `
  create function append_events(ids uuid[], topics text[], keys text[], types text[], payloads text[]) returns void
  language plpgsql as $$
  begin
    perform pg_advisory_xact_lock(hashtextextended('outbox ' || subject, 0))
      from (select distinct subject from unnest(keys) as subject order by subject) as subjects;
    insert into outbox (id, aggregatetype, aggregateid, type, payload)
      select id, topic, key, type, payload
      from unnest(ids, topics, keys, types, payloads) with ordinality as event (id, topic, key, type, payload, place)
      order by place;
  end $$`;

/**
 * A function, because the lock and the look behind it belong together: each statement in here sees what was committed before it
 * began, so the look sees what the lock waited for. One round trip, and its plans are kept.
 */
const enterEvent = `
  create function enter_event(
    the_consumer text, the_key text, the_event uuid, out is_key_parked boolean, out is_first_time boolean
  ) language plpgsql as $$
  begin
    perform pg_advisory_xact_lock(hashtextextended(the_consumer || ' ' || the_key, 1));
    is_key_parked := exists (select from parked_message where consumer = the_consumer and key = the_key and state = 'parked');
    if is_key_parked then
      is_first_time := not exists (select from inbox where consumer = the_consumer and event_id = the_event);
    else
      insert into inbox (consumer, event_id) values (the_consumer, the_event) on conflict do nothing;
      is_first_time := found;
    end if;
  end $$`;
