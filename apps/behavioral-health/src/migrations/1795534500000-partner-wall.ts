import type { MigrationInterface, QueryRunner } from 'typeorm';
import { openToAll, partnerRowsWhere } from '#platform';

/** The second wall: an episode for who is or was the behavioral-health member for that patient. */
export class PartnerWall1795534500000 implements MigrationInterface {
  readonly name = 'PartnerWall1795534500000';

  async up(runner: QueryRunner): Promise<void> {
    await partnerRowsWhere(
      runner,
      'episode',
      (asking) =>
        `exists (select from team_member member where member.patient_id = episode.patient_id and member.partner_id = ${asking})`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await openToAll(runner, 'episode');
  }
}
