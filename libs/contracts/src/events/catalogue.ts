import type { EventDefinition } from './event.js';
import * as advice from './advice.js';
import * as appointment from './appointment.js';
import * as behavioralHealth from './behavioral-health.js';
import * as delivery from './delivery.js';
import * as partner from './partner.js';
import * as patient from './patient.js';
import * as plan from './plan.js';
import * as referral from './referral.js';
import * as therapy from './therapy.js';

const isDefinition = (value: unknown): value is EventDefinition =>
  typeof value === 'object' && value !== null && 'topic' in value && 'of' in value;

/** Every event there is, in topic order. AsyncAPI, JSON Schema and the compatibility snapshot are made from it. */
export const eventCatalogue: readonly EventDefinition[] = [
  plan,
  patient,
  referral,
  advice,
  appointment,
  therapy,
  behavioralHealth,
  partner,
  delivery,
].flatMap((module) => Object.values(module).filter(isDefinition));

const byType = new Map(eventCatalogue.map((definition) => [definition.type, definition]));

export const findEvent = (type: string): EventDefinition | undefined => byType.get(type);
