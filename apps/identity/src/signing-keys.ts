import { randomBytes, randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { exportJWK, generateKeyPair, type JWK } from 'jose';

/** What must outlive the process so that tokens and sign-ins survive a restart. */
export interface ProviderSecrets {
  jwks: { keys: JWK[] };
  cookieKeys: string[];
}

const fileName = 'signing-keys.json';

/** Reads the secrets of the state folder, or makes them once. Readable for the owner only. */
export async function providerSecrets(stateDir: string): Promise<ProviderSecrets> {
  const file = join(stateDir, fileName);
  try {
    return JSON.parse(await readFile(file, 'utf8')) as ProviderSecrets;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  const secrets = await newSecrets();
  await mkdir(stateDir, { recursive: true, mode: 0o700 });
  // Renamed into place: a process killed while writing leaves no half file behind.
  const unfinished = `${file}.${process.pid}`;
  await writeFile(unfinished, JSON.stringify(secrets), { mode: 0o600 });
  await rename(unfinished, file);
  return secrets;
}

async function newSecrets(): Promise<ProviderSecrets> {
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  const key = { ...(await exportJWK(privateKey)), kid: randomUUID(), alg: 'RS256', use: 'sig' };
  return { jwks: { keys: [key] }, cookieKeys: [randomBytes(32).toString('base64url')] };
}
