import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Statistics read what was issued in a period and acknowledged, and nothing of what came before. */
export class CountTheLoops1795600000000 implements MigrationInterface {
  readonly name = 'CountTheLoops1795600000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `create index handoff_acknowledged_issued on handoff (issued_at, id) where status = 'acknowledged'`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop index handoff_acknowledged_issued`);
  }
}
