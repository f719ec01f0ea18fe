import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { NotificationSettings } from './notification.settings.js';

const algorithm = 'aes-256-gcm';
const ivBytes = 12;
const tagBytes = 16;

/** Encrypts what may not lie open in the database. */
@Injectable()
export class Sealer {
  constructor(private readonly settings: NotificationSettings) {}

  /** What is sealed for one row cannot be opened as another's. */
  seal(text: string, row: string): string {
    const iv = randomBytes(ivBytes);
    const cipher = createCipheriv(algorithm, this.settings.secretsKey, iv).setAAD(Buffer.from(row));
    const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
    return Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64');
  }

  /** Throws when the key is another one or the text was changed. */
  open(sealed: string, row: string): string {
    const bytes = Buffer.from(sealed, 'base64');
    const decipher = createDecipheriv(algorithm, this.settings.secretsKey, bytes.subarray(0, ivBytes))
      .setAAD(Buffer.from(row))
      .setAuthTag(bytes.subarray(ivBytes, ivBytes + tagBytes));
    return Buffer.concat([decipher.update(bytes.subarray(ivBytes + tagBytes)), decipher.final()]).toString('utf8');
  }
}
