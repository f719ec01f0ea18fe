/** PostgreSQL refuses to run as root; then it runs as the user `postgres`. */
import { spawnSync } from 'node:child_process';
import { chownSync } from 'node:fs';
import { userInfo } from 'node:os';
import { type GuardedOptions, type GuardedProcess, spawnGuarded, StartFailure } from './processes.ts';

export interface Unprivileged {
  /** Makes a folder its own. */
  own(folder: string): void;
  spawn(command: string, args: string[], options: GuardedOptions): Promise<GuardedProcess>;
}

const ourselves: Unprivileged = { own: () => undefined, spawn: spawnGuarded };

interface Identity {
  uid: number;
  gid: number;
}

/** Whoever can run the program and reach the folder: ourselves, or `postgres` when we are root. */
export function unprivilegedUser(paths: readonly string[]): Unprivileged {
  if (userInfo().uid !== 0) return ourselves;
  const identity = postgresUser();
  const own = (folder: string): void => chownSync(folder, identity.uid, identity.gid);
  const prefix = [[], passing(identity)].find((candidate) =>
    paths.every((path) => canReach(path, candidate, identity)),
  );
  if (!prefix) {
    throw new StartFailure(
      `PostgreSQL does not run as root, and the user \`postgres\` may not enter ${paths.join(' or ')}: start as an ordinary ` +
        'user, or move this folder to where others may enter (not below /root).',
    );
  }
  return {
    own,
    spawn: (command, args, options) => {
      const [first = command, ...rest] = [...prefix, command, ...args];
      return spawnGuarded(first, rest, { ...options, ...(prefix.length === 0 ? identity : {}) });
    },
  };
}

function postgresUser(): Identity {
  const idOf = (flag: string): number | null => {
    const { status, stdout } = spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' });
    return status === 0 ? Number(stdout) : null;
  };
  if (idOf('-u') === null) {
    spawnSync('groupadd', ['--system', 'postgres']);
    spawnSync('useradd', ['--system', '-g', 'postgres', 'postgres']);
  }
  const [uid, gid] = [idOf('-u'), idOf('-g')];
  if (uid === null || gid === null) {
    throw new StartFailure(
      'PostgreSQL does not run as root, and a user `postgres` could not be made: start as an ordinary user.',
    );
  }
  return { uid, gid };
}

/** A clone below /root is closed to other users: `setpriv` (Linux) lets this one program pass nevertheless. */
const passing = ({ uid, gid }: Identity): string[] => [
  'setpriv',
  `--reuid=${uid}`,
  `--regid=${gid}`,
  '--clear-groups',
  '--inh-caps=+dac_override',
  '--ambient-caps=+dac_override',
  // Without it, access(2) forgets the capability, and PostgreSQL does not find itself.
  '--securebits=+no_setuid_fixup',
];

function canReach(path: string, prefix: readonly string[], identity: Identity): boolean {
  const [command = 'test', ...args] = [...prefix, 'test', '-x', path];
  return spawnSync(command, args, { ...(prefix.length === 0 ? identity : {}), cwd: '/' }).status === 0;
}
