import { generateKeyPairSync, randomUUID } from 'node:crypto';
import {
  handoffIssued,
  handoffSuperseded,
  handoffWithdrawn,
  type Delivery,
  type OutgoingEvent,
  type Page,
  type RegisterPartner,
  type Urgency,
} from '#contracts';
import { appendedEvents, deliver } from '#messaging/testing';
import { createServiceTest, type TestClock } from '#platform/testing';
import { AppModule } from '../src/app.module.js';
import { Courier } from '../src/courier/courier.js';
import { NotificationSettings } from '../src/notification.settings.js';

/** Signs guests' passes; every service checks them with the public half. */
const guestKeys = generateKeyPairSync('ed25519', {
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  publicKeyEncoding: { type: 'spki', format: 'pem' },
});

export const settings: NotificationSettings = {
  secretsKey: Buffer.alloc(32, 7),
  allowsPrivateWebhooks: true,
  smtpUrl: null,
  mailFrom: 'Throughline <no-reply@throughline.invalid>',
  capturesMail: true,
  publicUrl: 'https://throughline.invalid',
  retryPausesSeconds: [10, 60, 600, 3600],
  retryHours: 72,
  leaseSeconds: 60,
  guestPrivateKey: guestKeys.privateKey,
  linkDays: 7,
};

export const weekdays = {
  timeZone: 'America/New_York',
  workDays: [1, 2, 3, 4, 5],
  opens: '08:00',
  closes: '17:00',
  closedDates: [],
};

export const newPartner = (facts: Partial<RegisterPartner> = {}): RegisterPartner => ({
  kind: 'partner',
  name: 'PT-North',
  roles: ['physical-therapy'],
  calendar: weekdays,
  ...facts,
});

export interface Handoff {
  handoffId: string;
  planId: string;
  patientId: string;
  memberId: string;
  role: 'physical-therapy';
  partnerId: string;
}

export const newHandoff = (facts: Partial<Handoff> = {}): Handoff => ({
  handoffId: randomUUID(),
  planId: randomUUID(),
  patientId: randomUUID(),
  memberId: randomUUID(),
  role: 'physical-therapy',
  partnerId: 'pt-north',
  ...facts,
});

/** Stands in the slice and in the ask of an issued handoff; nothing of it may be kept or told on. */
export const confidential = 'loading from Thursday';

export const issued = (handoff: Handoff, time: Date, urgency: Urgency = 'urgent'): OutgoingEvent =>
  handoffIssued.of({
    subject: handoff.patientId,
    time,
    data: {
      ...handoff,
      fromVersion: 0,
      contentVersion: 1,
      throughVersion: 1,
      urgency,
      dueAt: '2027-04-07T21:00:00.000Z',
      asks: [
        {
          ruleId: 'PT-11',
          ruleVersion: 1,
          code: 'plan-window',
          text: confidential,
          reason: confidential,
          urgency: 'urgent',
          dueAt: '2027-04-07T21:00:00.000Z',
          doBy: null,
          effective: null,
          sinceVersion: 1,
        },
      ],
      slice: { rehab: { note: confidential } },
      supersedes: null,
      rulesetVersion: 'test',
      issuedAt: time.toISOString(),
    },
  });

export const superseded = (handoff: Handoff, time: Date): OutgoingEvent =>
  handoffSuperseded.of({
    subject: handoff.patientId,
    time,
    data: { ...handoff, supersededBy: randomUUID(), supersededAt: time.toISOString() },
  });

export const withdrawn = ({ handoffId, planId, patientId, role, ...holder }: Handoff, time: Date): OutgoingEvent =>
  handoffWithdrawn.of({
    subject: patientId,
    time,
    data: { handoffId, planId, patientId, role, ...holder, reason: 'taken-back', withdrawnAt: time.toISOString() },
  });

/** `databaseUrl`: a second instance beside another one. */
export async function createNotificationTest(
  own: Partial<NotificationSettings> = {},
  beside: { databaseUrl?: string; clock?: TestClock } = {},
) {
  const service = await createServiceTest({
    module: AppModule,
    service: 'notification',
    env: { GUEST_PUBLIC_KEY: Buffer.from(guestKeys.publicKey).toString('base64') },
    ...beside,
    overrides: [{ token: NotificationSettings, value: { ...settings, ...own } }],
  });
  return {
    ...service,
    databaseUrl: (service.dataSource.options as { url: string }).url,
    /** Sends what is due, and waits for how it went. */
    sendDue: () => service.app.get(Courier).runDue(),
    /** `id`: the same event once more, as after a crash. */
    deliver: (event: OutgoingEvent, id?: string) => deliver(service.app, event, id),
    events: () => appendedEvents(service.dataSource),
    register: (facts: Partial<RegisterPartner> = {}) =>
      service.request('POST', '/api/partners', { as: 'administrator', body: newPartner(facts) }),
    deliveries: async (query = '', as = 'coordinator'): Promise<Delivery[]> => {
      const { status, body } = await service.request('GET', `/api/deliveries${query}`, { as });
      expect(status).toBe(200);
      return (body as Page<Delivery>).items;
    },
  };
}
export type NotificationTest = Awaited<ReturnType<typeof createNotificationTest>>;
