import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which handoff an entry tells of, so that it can be opened from there. Entries from before lead nowhere. */
export class LinkTimeline1795600100000 implements MigrationInterface {
  name = 'LinkTimeline1795600100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table timeline_entry add column handoff_id uuid;');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table timeline_entry drop column handoff_id;');
  }
}
