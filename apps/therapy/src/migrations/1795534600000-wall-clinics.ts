import type { MigrationInterface, QueryRunner } from 'typeorm';
import { openToAll, partnerRows, partnerRowsWhere } from '#platform';

const own = ['engagement', 'dose_change', 'certification', 'paperwork'] as const;

/** The second wall around each clinic's part of an episode, and around the versions of plans on whose team it never was. */
export class WallClinics1795534600000 implements MigrationInterface {
  readonly name = 'WallClinics1795534600000';

  async up(runner: QueryRunner): Promise<void> {
    for (const table of own) await partnerRows(runner, table);
    await partnerRowsWhere(
      runner,
      'plan_version',
      (asking) =>
        `exists (select from team_member member where member.plan_id = plan_version.plan_id and member.partner_id = ${asking})`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await openToAll(runner, 'plan_version');
    for (const table of own) await openToAll(runner, table);
  }
}
