import { randomBytes } from 'node:crypto';
import pg from 'pg';

export interface TestDatabase {
  url: string;
  /** The same database as the superuser, past every policy: for tests that tamper. */
  adminUrl: string;
  drop(): Promise<void>;
}

const prefix = 'throughline_test_';
/** Databases of a run that was killed are dropped by a later one. */
const leftoverAfterMs = 60 * 60 * 1000;

/** Owns the databases without a template. */
const plainRole = 'throughline_test_role';

/**
 * A database of its own, empty, on the server of ADMIN_DATABASE_URL. With `template`, a copy: the template is made once by
 * `prepare` (a function that migrates the database behind the URL it gets) and then copied, which takes milliseconds.
 * `url` is that of a role as a service has it: it owns this database, reaches no other one, and row-level security holds for it.
 */
export async function createTestDatabase(template?: {
  name: string;
  prepare: (url: string) => Promise<void>;
}): Promise<TestDatabase> {
  const adminUrl = process.env['ADMIN_DATABASE_URL'];
  if (!adminUrl)
    throw new Error('ADMIN_DATABASE_URL is not set: run the tests through `npm test` or `npm run test:only`');
  const name = `${prefix}${Date.now()}_${randomBytes(4).toString('hex')}`;
  // A copy's tables belong to whom the template's belong.
  const role = template?.name ?? plainRole;
  await withAdmin(adminUrl, async (admin) => {
    await dropLeftovers(admin);
    await ensureRole(admin, role);
    if (template) await ensureTemplate(admin, adminUrl, template);
    await admin.query(`create database ${name} owner ${role}${template ? ` template ${template.name}` : ''}`);
    await admin.query(`revoke all on database ${name} from public`);
  });
  return {
    url: urlOf(adminUrl, name, role),
    adminUrl: urlOf(adminUrl, name),
    drop: () =>
      withAdmin(adminUrl, async (admin) => void (await admin.query(`drop database if exists ${name} with (force)`))),
  };
}

/** Parallel test files make it once. */
async function ensureRole(admin: pg.Client, role: string): Promise<void> {
  await admin.query('select pg_advisory_lock(hashtext($1))', [role]);
  try {
    const known = await admin.query('select 1 from pg_roles where rolname = $1', [role]);
    if (!known.rowCount) await admin.query(`create role ${role} login nosuperuser nobypassrls password '${role}'`);
  } finally {
    await admin.query('select pg_advisory_unlock(hashtext($1))', [role]);
  }
}

async function ensureTemplate(
  admin: pg.Client,
  adminUrl: string,
  { name, prepare }: { name: string; prepare: (url: string) => Promise<void> },
): Promise<void> {
  // Parallel test files wait here while the first one migrates.
  await admin.query('select pg_advisory_lock(hashtext($1))', [name]);
  try {
    const known = await admin.query('select 1 from pg_database where datname = $1', [name]);
    if (known.rowCount) return;
    const building = `${name}_building`;
    await admin.query(`drop database if exists ${building} with (force)`);
    await admin.query(`create database ${building} owner ${name}`);
    await prepare(urlOf(adminUrl, building, name));
    await admin.query(`alter database ${building} rename to ${name}`);
  } finally {
    await admin.query('select pg_advisory_unlock(hashtext($1))', [name]);
  }
}

async function dropLeftovers(admin: pg.Client): Promise<void> {
  const { rows } = await admin.query<{ datname: string }>(
    `select datname from pg_database where datname ~ '^${prefix}\\d+_'`,
  );
  for (const { datname } of rows) {
    const made = Number(datname.slice(prefix.length).split('_')[0]);
    if (Date.now() - made > leftoverAfterMs) await admin.query(`drop database if exists ${datname} with (force)`);
  }
}

const urlOf = (adminUrl: string, name: string, role?: string): string => {
  const url = new URL(adminUrl);
  url.pathname = `/${name}`;
  if (role !== undefined) url.username = url.password = role;
  return url.href;
};

async function withAdmin(adminUrl: string, work: (admin: pg.Client) => Promise<void>): Promise<void> {
  const admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  try {
    await work(admin);
  } finally {
    await admin.end();
  }
}
