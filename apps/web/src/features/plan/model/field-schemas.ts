import { planSchema } from './plan-schema.generated.js';
import type { FieldSchema } from './schema.js';

/** The schema of an item of a list at the top of the document. */
export const fieldSchemas = (list: string): FieldSchema => (planSchema as FieldSchema).properties?.[list]?.items ?? {};
