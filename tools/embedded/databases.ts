/** One database and one role for each service: the role owns its database, may nothing else, and reaches no other one. */
import pg from 'pg';

/** Role and database of a service have one name. Its password is the name too: see `superuser` in postgres.ts. */
export const urlOfRole = (adminUrl: string, name: string): string => {
  const url = new URL(adminUrl);
  url.username = name;
  url.password = name;
  url.pathname = `/${name}`;
  return url.href;
};

/** Makes what is missing; databases that an earlier release made as the superuser's are handed over. Safe to repeat. */
export async function provideDatabases(adminUrl: string, names: readonly string[]): Promise<void> {
  await connected(adminUrl, async (admin) => {
    // The server's own database is no meeting place.
    await admin.query(`revoke connect on database ${pg.escapeIdentifier(databaseOf(adminUrl))} from public`);
    for (const name of names) await provide(admin, adminUrl, name);
  });
}

async function provide(admin: pg.Client, adminUrl: string, name: string): Promise<void> {
  const quoted = pg.escapeIdentifier(name);
  const role = await admin.query(`select 1 from pg_roles where rolname = $1`, [name]);
  if (!role.rowCount) await admin.query(`create role ${quoted}`);
  // Said again with every start: a role that somebody made mightier is put back.
  await admin.query(
    `alter role ${quoted} login nosuperuser nobypassrls nocreatedb nocreaterole noreplication
       password ${pg.escapeLiteral(name)}`,
  );
  const known = await admin.query<{ owner: string }>(
    `select pg_get_userbyid(datdba) as owner from pg_database where datname = $1`,
    [name],
  );
  const owner = known.rows[0]?.owner;
  if (owner === undefined) await admin.query(`create database ${quoted} owner ${quoted}`);
  else if (owner !== name) await handOver(admin, adminUrl, name);
  await admin.query(`revoke all on database ${quoted} from public`);
}

/** Everything that is not PostgreSQL's own. (`reassign owned` would want the server's own things too.) */
async function handOver(admin: pg.Client, adminUrl: string, name: string): Promise<void> {
  const url = new URL(adminUrl);
  url.pathname = `/${name}`;
  await connected(url.href, async (database) => {
    const { rows } = await database.query<{ statement: string }>(
      `select format('alter %s %I.%I owner to %I',
                case relkind when 'S' then 'sequence' when 'v' then 'view' when 'm' then 'materialized view' else 'table' end,
                nspname, relname, $1::text) as statement
         from pg_class join pg_namespace on pg_namespace.oid = relnamespace
        where nspname = 'public' and relkind in ('r', 'p', 'v', 'm', 'S')
          and not exists (select 1 from pg_depend
                where classid = 'pg_class'::regclass and objid = pg_class.oid and deptype in ('a', 'i'))
        union all
       select format('alter function %s owner to %I', pg_proc.oid::regprocedure, $1::text)
         from pg_proc join pg_namespace on pg_namespace.oid = pronamespace where nspname = 'public'`,
      [name],
    );
    for (const { statement } of rows) await database.query(statement);
  });
  // Last: what was interrupted is handed over from the beginning.
  await admin.query(`alter database ${pg.escapeIdentifier(name)} owner to ${pg.escapeIdentifier(name)}`);
}

const databaseOf = (url: string): string => decodeURIComponent(new URL(url).pathname.slice(1));

async function connected(url: string, work: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
