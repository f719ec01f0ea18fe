import type { MigrationInterface, QueryRunner } from 'typeorm';
import { openToAll, partnerRows, partnerRowsWhere } from '#platform';

/** The second wall: deliveries for the partner that they went to. The directory is everybody's to read. */
export class PartnerWall1795534500000 implements MigrationInterface {
  readonly name = 'PartnerWall1795534500000';

  async up(runner: QueryRunner): Promise<void> {
    await partnerRows(runner, 'delivery');
    await partnerRowsWhere(
      runner,
      'delivery_attempt',
      (asking) =>
        `exists (select from delivery where delivery.id = delivery_attempt.delivery_id and delivery.partner_id = ${asking})`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await openToAll(runner, 'delivery_attempt');
    await openToAll(runner, 'delivery');
  }
}
