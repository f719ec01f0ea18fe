import { randomBytes } from 'node:crypto';
import { InvalidSettings, type SettingsReader } from '#platform';

/** How people sign in with a browser. The class is the injection token. */
export abstract class SessionSettings {
  /** Seals what the browser keeps for us: 32 bytes. */
  abstract readonly key: Uint8Array;
  abstract readonly clientId: string;
  /** Null: a public client, proven by PKCE alone. */
  abstract readonly clientSecret: string | null;
  /** Where browsers reach the gateway, without a slash at the end. */
  abstract readonly publicUrl: string;
}

const keyBytes = 32;

/** Throws `InvalidSettings` with every fault. */
export function readSessionSettings(env: Readonly<Record<string, string | undefined>>): SessionSettings {
  const faults: string[] = [];
  const publicUrl = env['PUBLIC_URL'] || `http://127.0.0.1:${env['PORT_GATEWAY'] || 3000}`;
  if (!/^https?:\/\/[^/\s]+$/.test(publicUrl))
    faults.push('PUBLIC_URL is wrong, expected a URL such as https://throughline.example.org');
  // Without a key of its own a process makes one: who is signed in at it must sign in again after a restart.
  const key = env['SESSION_KEY'] ? Buffer.from(env['SESSION_KEY'], 'base64') : randomBytes(keyBytes);
  if (key.length !== keyBytes) faults.push('SESSION_KEY is wrong, expected 32 bytes in base64');
  if (faults.length > 0) throw new InvalidSettings(faults);
  return {
    key: new Uint8Array(key),
    clientId: env['OIDC_CLIENT_ID'] || 'throughline-web',
    clientSecret: env['OIDC_CLIENT_SECRET'] || null,
    publicUrl,
  };
}

export const sessionSettings: SettingsReader = readSessionSettings;
