import type { MigrationInterface, QueryRunner } from 'typeorm';
import { openToAll, partnerRows, partnerRowsWhere } from '#platform';

/** The second wall around what is a partner's own: handoffs, their story and the copies behind them, referrals. */
export class PartnerWall1795534500000 implements MigrationInterface {
  readonly name = 'PartnerWall1795534500000';

  async up(runner: QueryRunner): Promise<void> {
    await partnerRows(runner, 'handoff');
    await partnerRows(runner, 'referral');
    await partnerRowsWhere(
      runner,
      'handoff_entry',
      (asking) =>
        `exists (select from handoff where handoff.id = handoff_entry.handoff_id and handoff.partner_id = ${asking})`,
    );
    await partnerRowsWhere(
      runner,
      'patient_copy',
      (asking) =>
        `exists (select from handoff where handoff.patient_id = patient_copy.patient_id and handoff.partner_id = ${asking})`,
    );
    await partnerRowsWhere(
      runner,
      'plan_version_copy',
      (asking) =>
        `exists (select from handoff where handoff.plan_id = plan_version_copy.plan_id and handoff.partner_id = ${asking})`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await openToAll(runner, 'plan_version_copy');
    await openToAll(runner, 'patient_copy');
    await openToAll(runner, 'handoff_entry');
    await openToAll(runner, 'referral');
    await openToAll(runner, 'handoff');
  }
}
