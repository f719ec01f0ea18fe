import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { databaseName, databaseServices } from '../services.js';
import { provideDatabases, urlOfRole } from './databases.js';

const adminUrl = process.env['ADMIN_DATABASE_URL'] ?? '';
const run = randomBytes(4).toString('hex');
const names = databaseServices.map((service) => `${databaseName(service)}_${run}`);

async function ask<Row extends pg.QueryResultRow>(url: string, sql: string, values: unknown[] = []): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(sql, values)).rows;
  } finally {
    await client.end();
  }
}

const asRoleIn = (role: string, database: string): string => {
  const url = new URL(urlOfRole(adminUrl, role));
  url.pathname = `/${database}`;
  return url.href;
};

async function drop(): Promise<void> {
  for (const name of names) {
    await ask(adminUrl, `drop database if exists ${name} with (force)`);
    await ask(adminUrl, `drop role if exists ${name}`);
  }
}

/** As containers get them: the file itself, under other names, statement by statement. */
async function runDockerScript(): Promise<void> {
  const script = readFileSync(join(import.meta.dirname, '../../docker/create-databases.sql'), 'utf8');
  const renamed = script.replace(/--.*$/gm, '').replace(/throughline_[a-z_]+/g, (name) => `${name}_${run}`);
  for (const statement of renamed.split(';').map((one) => one.trim())) if (statement) await ask(adminUrl, statement);
}

describe.each([
  ['the embedded start', () => provideDatabases(adminUrl, names)],
  ['docker/create-databases.sql', runDockerScript],
])('the roles of %s', (_, make) => {
  beforeAll(make);
  afterAll(drop);

  it('own their database and may nothing beyond it', async () => {
    for (const name of names) {
      const url = urlOfRole(adminUrl, name);
      await ask(url, `create table t (id int)`);
      expect(await ask(url, `select current_user as me from t right join (values (1)) one on true`)).toEqual([
        { me: name },
      ]);
      const [role] = await ask(
        url,
        `select rolsuper, rolbypassrls, rolcreatedb, rolcreaterole, rolreplication from pg_roles where rolname = current_user`,
      );
      expect(Object.values(role ?? { none: true }).every((may) => may === false)).toBe(true);
      await expect(ask(url, `create database not_mine_${run}`)).rejects.toThrow(/permission denied/);
      await expect(ask(url, `set role postgres`)).rejects.toThrow(/permission denied/);
    }
  });

  it('cannot connect to the database of another service, nor to that of the server', async () => {
    for (const role of names) {
      for (const database of [...names.filter((name) => name !== role), 'postgres']) {
        await expect(ask(asRoleIn(role, database), 'select 1')).rejects.toThrow(/permission denied for database/);
      }
    }
  });
});

describe('a start on databases of an earlier release', () => {
  afterAll(drop);

  it("hands the superuser's databases over to the services' roles, with everything in them", async () => {
    const [name = ''] = names;
    await ask(adminUrl, `create database ${name}`);
    const inside = new URL(adminUrl);
    inside.pathname = `/${name}`;
    await ask(
      inside.href,
      `create table old (id bigint generated always as identity primary key, text text);
       create view seen as select text from old;
       create function f() returns int language sql as 'select 1'`,
    );
    await provideDatabases(adminUrl, [name]);
    await provideDatabases(adminUrl, [name]);
    const url = urlOfRole(adminUrl, name);
    await ask(url, `alter table old add column more int`);
    await ask(url, `insert into old (text) values ('x')`);
    await ask(url, `create or replace function f() returns int language sql as 'select 2'`);
    expect(await ask(url, 'select text, f() from seen')).toEqual([{ text: 'x', f: 2 }]);
  });
});
