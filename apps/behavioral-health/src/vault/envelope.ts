import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const algorithm = 'aes-256-gcm';
const keyBytes = 32;
const nonceBytes = 12;
const tagBytes = 16;

/** One record as it is stored: its own data key, wrapped by the service's key, and its content under the data key. */
export interface Envelope {
  wrappedKey: Buffer;
  body: Buffer;
}

/** Nonce, tag and ciphertext. `bound` is not stored: who opens must know it, so that bytes moved to another record do not open. */
function encrypt(key: Buffer, plain: Buffer, bound: string): Buffer {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv(algorithm, key, nonce).setAAD(Buffer.from(bound));
  const encrypted = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), encrypted]);
}

/** Throws when the key, the bytes or what they are bound to is another one. */
function decrypt(key: Buffer, sealed: Buffer, bound: string): Buffer {
  const nonce = sealed.subarray(0, nonceBytes);
  const tag = sealed.subarray(nonceBytes, nonceBytes + tagBytes);
  const decipher = createDecipheriv(algorithm, key, nonce, { authTagLength: tagBytes }).setAAD(Buffer.from(bound));
  decipher.setAuthTag(tag);
  return Buffer.concat([decipher.update(sealed.subarray(nonceBytes + tagBytes)), decipher.final()]);
}

/** What key and body are bound to. */
export interface Bound {
  key: string;
  body: string;
}

export function sealEnvelope(wrappingKey: Buffer, text: string, bound: Bound): Envelope {
  const dataKey = randomBytes(keyBytes);
  return {
    wrappedKey: encrypt(wrappingKey, dataKey, bound.key),
    body: encrypt(dataKey, Buffer.from(text, 'utf8'), bound.body),
  };
}

export const openEnvelope = (wrappingKey: Buffer, { wrappedKey, body }: Envelope, bound: Bound): string =>
  decrypt(decrypt(wrappingKey, wrappedKey, bound.key), body, bound.body).toString('utf8');

/** The data key under another wrapping key. The content is not touched, so a rotation reads nothing. */
export const rewrapKey = (from: Buffer, to: Buffer, wrappedKey: Buffer, bound: string): Buffer =>
  encrypt(to, decrypt(from, wrappedKey, bound), bound);
