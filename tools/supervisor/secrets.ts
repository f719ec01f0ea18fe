/** Secrets that the embedded start makes once and keeps in its state folder: nobody has to invent any to try the system. */
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';

/** Signs and checks the passes of people who come by a one-time link; PEM, each in base64 on one line. */
export interface StartSecrets {
  guestPrivateKey: string;
  guestPublicKey: string;
  /** Seals browsers' sessions; 32 bytes in base64. */
  sessionKey: string;
}

/** Reads the file, or makes it: readable for the owner only, renamed into place so that no half file stays behind. */
export function startSecrets(path: string): StartSecrets {
  if (existsSync(path)) return JSON.parse(readFileSync(path, 'utf8')) as StartSecrets;
  const { privateKey, publicKey } = generateKeyPairSync('ed25519', {
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  });
  const inBase64 = (pem: string): string => Buffer.from(pem, 'utf8').toString('base64');
  const secrets: StartSecrets = {
    guestPrivateKey: inBase64(privateKey),
    guestPublicKey: inBase64(publicKey),
    sessionKey: randomBytes(32).toString('base64'),
  };
  const unfinished = `${path}.${process.pid}`;
  writeFileSync(unfinished, JSON.stringify(secrets), { mode: 0o600 });
  renameSync(unfinished, path);
  return secrets;
}
