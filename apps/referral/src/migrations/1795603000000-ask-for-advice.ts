import { partnerRows } from '#platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Questions without a referral, and their answers. */
export class AskForAdvice1795603000000 implements MigrationInterface {
  readonly name = 'AskForAdvice1795603000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table advice (
        id uuid primary key,
        plan_id uuid not null,
        patient_id uuid not null,
        item_id text,
        asked_of text not null check (asked_of in ('physician', 'partner')),
        partner_id text,
        role text,
        state text not null check (state in ('asked', 'answered', 'converted')),
        question text not null,
        asked_by text not null,
        asked_at timestamptz not null,
        answer text,
        answered jsonb,
        referral_id uuid references referral (id),
        check (asked_of = 'physician' or (partner_id is not null and role is not null)),
        check ((answer is null) = (answered is null))
      )`);
    await runner.query(`create index advice_asked on advice (asked_at desc, id desc)`);
    await runner.query(`create index advice_plan on advice (plan_id, asked_at desc)`);
    await runner.query(`create index advice_partner on advice (partner_id, asked_at desc, id desc)`);
    await partnerRows(runner, 'advice');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table advice`);
  }
}
