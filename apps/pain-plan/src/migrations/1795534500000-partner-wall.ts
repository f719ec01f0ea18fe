import type { MigrationInterface, QueryRunner } from 'typeorm';
import { clinicRows, openToAll, partnerRowsWhere } from '#platform';

/** The second wall: a partner measures and reports about patients on whose team it is, and touches nobody else's record. */
export class PartnerWall1795534500000 implements MigrationInterface {
  readonly name = 'PartnerWall1795534500000';

  async up(runner: QueryRunner): Promise<void> {
    const isOnTheTeam = (plan: string) => (asking: string) =>
      `exists (select from team_member member where member.plan_id = ${plan} and member.partner_id = ${asking})`;
    const isOnTheTeamFor = (patient: string) => (asking: string) =>
      `exists (select from plan its_plan join team_member member on member.plan_id = its_plan.id
                where its_plan.patient_id = ${patient} and member.partner_id = ${asking})`;
    await partnerRowsWhere(runner, 'plan', isOnTheTeam('plan.id'));
    await partnerRowsWhere(runner, 'plan_version', isOnTheTeam('plan_version.plan_id'));
    await partnerRowsWhere(runner, 'measurement', isOnTheTeam('measurement.plan_id'));
    await partnerRowsWhere(runner, 'patient', isOnTheTeamFor('patient.id'));
    await partnerRowsWhere(runner, 'history_packet', isOnTheTeamFor('history_packet.patient_id'));
    await partnerRowsWhere(runner, 'timeline_entry', isOnTheTeamFor('timeline_entry.patient_id'));
    await clinicRows(runner, 'plan_draft');
  }

  async down(runner: QueryRunner): Promise<void> {
    await openToAll(runner, 'plan_draft');
    await openToAll(runner, 'timeline_entry');
    await openToAll(runner, 'history_packet');
    await openToAll(runner, 'patient');
    await openToAll(runner, 'measurement');
    await openToAll(runner, 'plan_version');
    await openToAll(runner, 'plan');
  }
}
