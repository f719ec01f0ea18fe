import { z } from 'zod';
import { id, instant } from '../events/shared.js';
import { medicationClasses } from '../plan/vocabulary.js';
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
        /** What kind of treatment; a medicine whose class is known needs no word about it. */
        kind: z.enum(['medication', 'procedure', 'therapy', 'other']).optional(),
        class: z.enum(medicationClasses).optional(),
        dose: shortText.optional(),
        effect: shortText.optional(),
        sideEffect: shortText.optional(),
        stillTaken: z.boolean().optional(),
      }),
    )
    .default([]),
  /** Nothing said means not asked yet; an empty list means there is none. */
  operativeNotes: z
    .array(
      z.strictObject({ operation: shortText, date: z.iso.date().optional(), summary: z.string().max(2000).optional() }),
    )
    .max(30)
    .optional(),
  therapySummaries: z
    .array(
      z.strictObject({
        where: shortText,
        visits: z.number().int().min(0).max(1000).optional(),
        summary: z.string().min(1).max(2000),
      }),
    )
    .max(30)
    .optional(),
  /** Postures and movements that bring the pain on, as noted or photographed. */
  provokingPostures: z.array(shortText).max(30).optional(),
  workGoal: z.string().max(300).optional(),
  lifeGoal: z.string().max(300).optional(),
});
export type HistoryPacket = z.infer<typeof historyPacket>;

/** What still has to be asked for before the first visit, and what it is good for. */
export const packetCompleteness = z.strictObject({
  complete: z.boolean(),
  missing: z.array(z.strictObject({ part: z.string(), why: z.string() })),
  percent: z.number().int().min(0).max(100),
});
export type PacketCompleteness = z.infer<typeof packetCompleteness>;

export const historyPacketAnswer = z.strictObject({
  patientId: id,
  packet: historyPacket,
  missing: z.array(z.string()),
  completeness: packetCompleteness,
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
  /** Where it can be read in full; null when it has no page of its own. */
  source: z.strictObject({ kind: z.enum(['handoff']), id }).nullable(),
});
export type TimelineEntry = z.infer<typeof timelineEntry>;
