import type { Type } from '@nestjs/common';
import type { ServiceName } from '#platform';
import { createServiceTest, type ServiceTest } from '#platform/testing';
import { AppModule as BehavioralHealth } from '../../apps/behavioral-health/src/app.module.js';
import { AppModule as Notification } from '../../apps/notification/src/app.module.js';
import { AppModule as PainPlan } from '../../apps/pain-plan/src/app.module.js';
import { AppModule as Referral } from '../../apps/referral/src/app.module.js';
import { AppModule as Scheduling } from '../../apps/scheduling/src/app.module.js';
import { AppModule as Therapy } from '../../apps/therapy/src/app.module.js';

const services: readonly [ServiceName, Type][] = [
  ['pain-plan', PainPlan],
  ['referral', Referral],
  ['scheduling', Scheduling],
  ['therapy', Therapy],
  ['behavioral-health', BehavioralHealth],
  ['notification', Notification],
];

/** Tables that name a partner and have no wall, because who is on a team decides what the wall of other tables shows. */
const open: Readonly<Record<string, readonly string[]>> = {
  'pain-plan': ['partner_copy', 'team_member'],
  referral: ['partner_copy', 'team_member_copy'],
  scheduling: ['site', 'team_member'],
  therapy: ['team_member'],
  'behavioral-health': ['partner_copy', 'team_member'],
  // The directory: everybody signed in may look up everybody.
  notification: ['partner'],
};

describe.each(services)('the tables of %s', (service, module) => {
  let test: ServiceTest;
  beforeAll(async () => {
    test = await createServiceTest({ module, service });
  });
  afterAll(() => test?.close());

  it('have a wall wherever a partner is named, and the service is no exception to it', async () => {
    const tables = await test.dataSource.query<{ name: string; walled: boolean }[]>(
      `select relname as name, relrowsecurity and relforcerowsecurity as walled
         from pg_class join pg_namespace on pg_namespace.oid = relnamespace
        where nspname = 'public' and relkind in ('r', 'p')
          and exists (select from pg_attribute where attrelid = pg_class.oid and attname ~ '(^|_)partner_id$')
        order by relname`,
    );
    expect(tables.filter(({ walled }) => !walled).map(({ name }) => name)).toEqual(open[service] ?? []);
    const [role] = await test.dataSource.query<{ mighty: boolean }[]>(
      'select rolsuper or rolbypassrls as mighty from pg_roles where rolname = current_user',
    );
    expect(role).toEqual({ mighty: false });
  });
});
