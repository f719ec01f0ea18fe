import { z } from 'zod';
import { actor, id, instant } from './shared.js';
import { defineEvent } from './event.js';

const topic = 'throughline.patient.v1';

export const patientRegistered = defineEvent({
  name: 'patient.registered',
  topic,
  description: 'A patient was registered at the pain clinic.',
  data: z.strictObject({
    patientId: id,
    recordNumber: z.string(),
    name: z.strictObject({ given: z.string(), family: z.string() }),
    birthDate: z.iso.date(),
    contactLanguage: z.string(),
    registeredAt: instant,
    by: actor,
  }),
});

export const historyPacketRecorded = defineEvent({
  name: 'patient.history-packet-recorded',
  topic,
  description: 'The history packet for the first visit was written or completed. Carries no content.',
  data: z.strictObject({ patientId: id, missing: z.array(z.string()), recordedAt: instant, by: actor }),
});
