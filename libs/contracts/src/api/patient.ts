import { z } from 'zod';
import { id, instant } from '../events/shared.js';
import { pageQuery } from './paging.js';

const shortText = z.string().min(1).max(300);

export const registerPatient = z.strictObject({
  name: z.strictObject({ given: z.string().min(1).max(80), family: z.string().min(1).max(80) }),
  birthDate: z.iso.date(),
  /** The clinic's own record number; drawn when left out. */
  recordNumber: z.string().min(1).max(40).optional(),
  /** BCP 47 language tag. */
  contactLanguage: z.string().min(2).max(20).default('en'),
});
export type RegisterPatient = z.infer<typeof registerPatient>;

export const patient = z.strictObject({
  id,
  recordNumber: z.string(),
  name: z.strictObject({ given: z.string(), family: z.string() }),
  birthDate: z.iso.date(),
  contactLanguage: z.string(),
  registeredAt: instant,
  /** The patient's plan, once there is one. */
  planId: id.nullable(),
});
export type Patient = z.infer<typeof patient>;

export const patientQuery = pageQuery.extend({ query: z.string().max(100).optional() });
export type PatientQuery = z.infer<typeof patientQuery>;

/** What is gathered before the first visit. Every part may be missing; the answer says which. */
export const historyPacket = z.strictObject({
  onset: z.union([z.iso.date(), z.literal('gradual')]).optional(),
  story: z.string().max(4000).optional(),
  helps: z.array(shortText).default([]),
  worsens: z.array(shortText).default([]),
  imaging: z
    .array(z.strictObject({ modality: shortText, region: shortText, date: z.iso.date().optional() }))
    .default([]),
  trials: z
    .array(
      z.strictObject({
        treatment: shortText,
        dose: shortText.optional(),
        effect: shortText.optional(),
        sideEffect: shortText.optional(),
      }),
    )
    .default([]),
  workGoal: z.string().max(300).optional(),
  lifeGoal: z.string().max(300).optional(),
});
export type HistoryPacket = z.infer<typeof historyPacket>;

export const historyPacketAnswer = z.strictObject({
  patientId: id,
  packet: historyPacket,
  missing: z.array(z.string()),
  recordedAt: instant,
});
export type HistoryPacketAnswer = z.infer<typeof historyPacketAnswer>;

/** One thing that happened to a patient, from any service, in words. */
export const timelineEntry = z.strictObject({
  id: z.string(),
  at: instant,
  type: z.string(),
  text: z.string(),
  by: z.string().nullable(),
  planVersion: z.number().int().nullable(),
});
export type TimelineEntry = z.infer<typeof timelineEntry>;
