import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Reminders, questions and answers: several notices about one handoff, each told once. */
export class TellPartnersLater1795601810000 implements MigrationInterface {
  readonly name = 'TellPartnersLater1795601810000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table delivery
        add notice_id uuid,
        add referral_id uuid,
        add member_id uuid,
        add ended_as text check (ended_as in ('acknowledged', 'superseded', 'withdrawn')),
        drop constraint delivery_kind_check,
        drop constraint delivery_handoff_id_kind_channel_key,
        add constraint delivery_kind_check check
          (kind in ('handoff', 'no-longer-needed', 'release', 'reminder', 'cancellation-asked', 'answer')),
        add constraint delivery_notice_check check
          ((notice_id is not null) = (kind in ('reminder', 'cancellation-asked', 'answer')));
      create unique index delivery_once on delivery (handoff_id, kind, channel) where notice_id is null;
      create unique index delivery_notice_once on delivery (notice_id, channel) where notice_id is not null;
      create index delivery_of_referral on delivery (referral_id) where referral_id is not null;
      create index delivery_of_member on delivery (member_id, number desc) where member_id is not null and kind = 'handoff';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      delete from delivery_attempt where delivery_id in (select id from delivery where notice_id is not null);
      delete from delivery where notice_id is not null;
      drop index delivery_once, delivery_notice_once, delivery_of_referral, delivery_of_member;
      alter table delivery
        drop constraint delivery_kind_check,
        drop constraint delivery_notice_check,
        drop notice_id, drop referral_id, drop member_id, drop ended_as,
        add constraint delivery_kind_check check (kind in ('handoff', 'no-longer-needed', 'release')),
        add constraint delivery_handoff_id_kind_channel_key unique (handoff_id, kind, channel);
    `);
  }
}
