import { createPrivateKey } from 'node:crypto';
import { z } from 'zod';
import { InvalidSettings, pemFromBase64 } from '#platform';

/** The service's own settings, beside those of every service. The class is the injection token. */
export abstract class NotificationSettings {
  /** 32 bytes: what may not lie open in the database (endpoints' secrets, bodies on their way) is encrypted under it. */
  abstract readonly secretsKey: Buffer;
  /** Webhooks may be plain http and go to private addresses: embedded start and tests only. */
  abstract readonly allowsPrivateWebhooks: boolean;
  /** Null: mail is captured in the embedded start, and elsewhere cannot be sent. */
  abstract readonly smtpUrl: string | null;
  abstract readonly mailFrom: string;
  abstract readonly capturesMail: boolean;
  /** Where people find Throughline, without a slash at the end. */
  abstract readonly publicUrl: string;
  /** Pauses between the attempts of one message; the last one is repeated until it is given up. */
  abstract readonly retryPausesSeconds: readonly number[];
  abstract readonly retryHours: number;
  /** Signs the passes of people who come by a one-time link; null: mails lead to the sign-in page. PEM, PKCS 8, Ed25519. */
  abstract readonly guestPrivateKey: string | null;
  /** How long an unopened link lives. */
  abstract readonly linkDays: number;
  /** How long an attempt belongs to the instance that makes it. */
  abstract readonly leaseSeconds: number;
}

const expected = (what: string) => ({ error: `is wrong, expected ${what}` });
const flag = z.enum(['true', 'false'], expected('true or false')).default('false');

const key = z
  .string({ error: 'is not set, expected 32 random bytes in base64 (openssl rand -base64 32)' })
  .transform((text) => Buffer.from(text, 'base64'))
  .refine((bytes) => bytes.length === 32, expected('32 random bytes in base64 (openssl rand -base64 32)'));

const guestKey = z
  .string()
  .transform(pemFromBase64)
  .refine(isEd25519, expected('an Ed25519 private key (PEM) in base64'));

const pauses = z
  .string()
  .regex(/^\d{1,6}(,\d{1,6})*$/, expected('seconds such as 5,30,120'))
  .transform((list) => list.split(',').map(Number));

const environment = z.object({
  SECRETS_KEY: key,
  WEBHOOK_ALLOW_PRIVATE: flag,
  THROUGHLINE_EMBEDDED: flag,
  SMTP_URL: z.url({ protocol: /^smtps?$/, ...expected('a URL such as smtp://user:password@host:587') }).optional(),
  MAIL_FROM: z.string().min(3).max(200).default('Throughline <no-reply@throughline.invalid>'),
  PUBLIC_URL: z
    .url({ protocol: /^https?$/, ...expected('a URL such as https://throughline.example.org') })
    .default('http://127.0.0.1:3000'),
  GUEST_PRIVATE_KEY: guestKey.optional(),
  LINK_DAYS: z.coerce.number(expected('days from 1 to 60')).int().min(1).max(60).default(7),
  DELIVERY_RETRY_PAUSES: pauses.default([5, 30, 120, 600, 1800, 3600, 7200, 14_400, 21_600]),
  DELIVERY_RETRY_HOURS: z.coerce.number(expected('hours from 1 to 336')).min(1).max(336).default(72),
});

/** Throws `InvalidSettings` with every fault. Never says a value: some are secret. */
export function readNotificationSettings(env: Readonly<Record<string, string | undefined>>): NotificationSettings {
  // `NAME=` in a file means: not set.
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const parsed = environment.safeParse(given);
  if (!parsed.success) {
    throw new InvalidSettings(parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`));
  }
  const { data } = parsed;
  const smtpUrl = data.SMTP_URL ?? null;
  return {
    secretsKey: data.SECRETS_KEY,
    allowsPrivateWebhooks: data.WEBHOOK_ALLOW_PRIVATE === 'true',
    smtpUrl,
    mailFrom: data.MAIL_FROM,
    capturesMail: smtpUrl === null && data.THROUGHLINE_EMBEDDED === 'true',
    publicUrl: data.PUBLIC_URL.replace(/\/+$/, ''),
    retryPausesSeconds: data.DELIVERY_RETRY_PAUSES,
    retryHours: data.DELIVERY_RETRY_HOURS,
    guestPrivateKey: data.GUEST_PRIVATE_KEY ?? null,
    linkDays: data.LINK_DAYS,
    leaseSeconds: 60,
  };
}

function isEd25519(pem: string): boolean {
  try {
    return createPrivateKey(pem).asymmetricKeyType === 'ed25519';
  } catch {
    return false; // not a key at all
  }
}
