import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Directives of any day come from all versions; a patient who is handed over keeps one line, with several clinics. */
export class FollowVersionsAndClinics1795533960000 implements MigrationInterface {
  // In milliseconds, as the one before it: TypeORM runs migrations in the order of the last 13 digits.
  readonly name = 'FollowVersionsAndClinics1795533960000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table plan_version (
        plan_id uuid not null,
        version int not null check (version >= 1),
        published_at timestamptz not null,
        document jsonb not null,
        corrects int,
        primary key (plan_id, version)
      );
      insert into plan_version (plan_id, version, published_at, document)
        select plan_id, version,
               coalesce((select min(opened_at) from episode where episode.plan_id = plan_copy.plan_id), now()), document
          from plan_copy;

      create table acknowledgement (
        member_id uuid not null,
        version int not null,
        acknowledged_at timestamptz not null,
        primary key (member_id, version)
      );

      create table engagement (
        id bigint generated always as identity primary key,
        episode_id uuid not null references episode (id),
        member_id uuid not null,
        partner_id text not null,
        from_at timestamptz not null,
        until_at timestamptz,
        last_version int,
        last_state text,
        readable boolean not null default true,
        check ((until_at is null) = (last_version is null))
      );
      create unique index engagement_open on engagement (episode_id) where until_at is null;
      create index engagement_by_partner on engagement (partner_id, episode_id);
      insert into engagement (episode_id, member_id, partner_id, from_at)
        select episode.id, holder.member_id, holder.partner_id, episode.opened_at
          from episode join lateral (
            select member.member_id, member.partner_id from team_member member
             where member.plan_id = episode.plan_id and member.role = episode.discipline and member.status = 'active'
             order by member.engaged_for && array[episode.rehab_item_id, episode.prescription ->> 'diagnosisId'] desc,
                      member.member_id
             limit 1
          ) holder on true;

      alter table visit
        add column minutes int check (minutes > 0),
        add column done text[] not null default '{}',
        add column tolerated text check (tolerated in ('well', 'partly', 'not')),
        add column region text,
        add column reason text,
        add column plan_version int,
        add column unacknowledged jsonb not null default '[]';
      create index visit_by_partner on visit (episode_id, partner_id);

      alter table progress_report
        add column visits_done int check (visits_done >= 0),
        add column adherence text check (adherence in ('as-prescribed', 'partly', 'hardly')),
        add column patient_words text;

      alter table episode add column discharge jsonb;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table episode drop column discharge;
      alter table progress_report drop column visits_done, drop column adherence, drop column patient_words;
      drop index visit_by_partner;
      alter table visit drop column minutes, drop column done, drop column tolerated, drop column region,
        drop column reason, drop column plan_version, drop column unacknowledged;
      drop table engagement;
      drop table acknowledgement;
      drop table plan_version;
    `);
  }
}
