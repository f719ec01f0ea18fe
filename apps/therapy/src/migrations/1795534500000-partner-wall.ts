import type { MigrationInterface, QueryRunner } from 'typeorm';
import { openToAll, partnerRows, partnerRowsWhere } from '#platform';

/** The second wall: an episode and the plan behind it for who is or was on that plan's team; visits and reports for who wrote them. */
export class PartnerWall1795534500000 implements MigrationInterface {
  readonly name = 'PartnerWall1795534500000';

  async up(runner: QueryRunner): Promise<void> {
    const isOnTheTeamOf = (table: string) => (asking: string) =>
      `exists (select from team_member member where member.plan_id = ${table}.plan_id and member.partner_id = ${asking})`;
    await partnerRowsWhere(runner, 'episode', isOnTheTeamOf('episode'));
    await partnerRowsWhere(runner, 'plan_copy', isOnTheTeamOf('plan_copy'));
    await partnerRows(runner, 'visit');
    await partnerRows(runner, 'progress_report');
  }

  async down(runner: QueryRunner): Promise<void> {
    await openToAll(runner, 'progress_report');
    await openToAll(runner, 'visit');
    await openToAll(runner, 'plan_copy');
    await openToAll(runner, 'episode');
  }
}
