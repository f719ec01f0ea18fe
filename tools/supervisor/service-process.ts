/** How one service is started: its environment, its log. */
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { type GuardedProcess, spawnGuarded } from '../embedded/processes.ts';
import { behavioralHealthKey, cacheFolder, repositoryRoot, secretsKeyOf, type State } from '../embedded/state.ts';
import { type AppName, appNames, databaseServices, settingSuffix } from '../services.ts';
import { readableLine, print } from './output.ts';
import { startSecrets } from './secrets.ts';
import type { StartSettings } from './settings.ts';

export interface ServiceContext {
  settings: StartSettings;
  state: State;
  /** Of the servers, embedded or not. */
  serverEnv: Record<string, string>;
  /** The least level of log lines to show at this moment. */
  shownLevel: () => string;
}

/** The platform's own limit is ten seconds. */
const stopTimeoutMs = 12_000;

/** The embedded provider forgets sessions on purpose. */
const expectedNoise = /oidc-provider WARNING: a quick start development-only in-memory adapter/;

export async function startService(name: AppName, context: ServiceContext): Promise<GuardedProcess> {
  const args = [
    '--enable-source-maps',
    '--disable-warning=TimeoutNegativeWarning',
    join('dist/apps', name, 'src/main.js'),
  ];
  const service = await spawnGuarded(process.execPath, args, {
    name,
    cwd: repositoryRoot,
    env: environmentOf(name, context),
    stdio: ['ignore', 'pipe', 'pipe'],
    stopTimeoutMs,
  });
  const logPath = join(context.state.logs, `${name}.log`);
  for (const stream of [service.child.stdout, service.child.stderr]) {
    if (!stream) continue;
    createInterface({ input: stream }).on('line', (line) => {
      appendFileSync(logPath, `${line}\n`);
      if (expectedNoise.test(line)) return;
      const shown = readableLine(name, line, context.shownLevel());
      if (shown !== null) print(shown);
    });
  }
  return service;
}

/** Each service gets its own database and nobody else's; the keys of behavioral-health go to it alone. */
function environmentOf(
  name: AppName,
  { settings, state, serverEnv }: ServiceContext,
): Record<string, string | undefined> {
  const { ports, external } = settings;
  const isPrivate = (key: string): boolean => /^((ADMIN_)?DATABASE_URL|BEHAVIORAL_HEALTH_(OLD_)?KEY)/.test(key);
  const inherited = Object.entries({ ...process.env, ...serverEnv }).filter(([key]) => !isPrivate(key));
  const isEmbedded = external.oidcIssuer === null;
  const env: Record<string, string | undefined> = {
    ...Object.fromEntries(inherited),
    NODE_COMPILE_CACHE: join(cacheFolder, 'compile-cache'),
    OIDC_ISSUER: external.oidcIssuer ?? `http://127.0.0.1:${ports.apps.identity}`,
    OIDC_AUDIENCE: process.env['OIDC_AUDIENCE'] || 'throughline',
    PUBLIC_URL: process.env['PUBLIC_URL'] || `http://127.0.0.1:${ports.apps.gateway}`,
    // People who sign in without a password and a clock that can be moved belong to the embedded start only.
    ...(isEmbedded ? { THROUGHLINE_EMBEDDED: 'true', CLOCK_FILE: state.clock, DRAFT_RULES: 'run' } : {}),
  };
  for (const app of appNames) {
    env[`PORT_${settingSuffix(app)}`] = String(ports.apps[app]);
    if (name === 'gateway') env[`${settingSuffix(app)}_URL`] = `http://127.0.0.1:${ports.apps[app]}`;
  }
  const hasDatabase = (databaseServices as readonly string[]).includes(name);
  const secrets = startSecrets(state.secrets);
  env['GUEST_PUBLIC_KEY'] ||= secrets.guestPublicKey;
  if (name === 'notification') env['GUEST_PRIVATE_KEY'] ||= secrets.guestPrivateKey;
  else delete env['GUEST_PRIVATE_KEY'];
  if (name === 'gateway') env['SESSION_KEY'] ||= secrets.sessionKey;
  const databaseSetting = `DATABASE_URL_${settingSuffix(name)}`;
  if (hasDatabase) env[databaseSetting] = serverEnv[databaseSetting];
  if (name === 'behavioral-health') Object.assign(env, keysOf(settings, state));
  if (name === 'notification') Object.assign(env, reachOf(settings, state));
  if (name === 'identity') env['IDENTITY_STATE_DIR'] = state.identity;
  return env;
}

/** The operator's own, or the one that goes with the embedded database. Without either the service says what is missing. */
function keysOf({ external }: StartSettings, state: State): Record<string, string | undefined> {
  const given = process.env['BEHAVIORAL_HEALTH_KEY'];
  const isEmbedded = external.databases['behavioral-health'] === undefined;
  return {
    BEHAVIORAL_HEALTH_KEY: given || (isEmbedded ? behavioralHealthKey(state) : undefined),
    BEHAVIORAL_HEALTH_OLD_KEYS: process.env['BEHAVIORAL_HEALTH_OLD_KEYS'],
  };
}

/** What notification needs to reach partners. Receivers that people try out run on this machine. */
function reachOf({ external }: StartSettings, state: State): Record<string, string> {
  const isEmbedded = external.oidcIssuer === null;
  return {
    SECRETS_KEY: process.env['SECRETS_KEY'] || secretsKeyOf(state),
    ...(isEmbedded ? { WEBHOOK_ALLOW_PRIVATE: process.env['WEBHOOK_ALLOW_PRIVATE'] || 'true' } : {}),
  };
}
