import { type Fields, type Path, type Value } from './values.js';

/** The part of JSON Schema that the plan document uses. */
export interface FieldSchema {
  type?: 'object' | 'array' | 'string' | 'number' | 'integer' | 'boolean';
  properties?: Readonly<Record<string, FieldSchema>>;
  required?: readonly string[];
  items?: FieldSchema;
  enum?: readonly string[];
  const?: string;
  anyOf?: readonly FieldSchema[];
  format?: string;
  default?: unknown;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  exclusiveMinimum?: number;
}

/** What the schema says about a place of the document. */
export const schemaAt = (schema: FieldSchema, path: Path): FieldSchema =>
  path.reduce<FieldSchema>(
    (inner, part) => (typeof part === 'number' ? inner.items : inner.properties?.[part]) ?? {},
    schema,
  );

/** A list whose items have an identity, so that versions are compared by it. */
export const isItemList = ({ type, items }: FieldSchema): boolean =>
  type === 'array' && items?.properties?.['id'] !== undefined;

/** A list of small things without one: steps, evidence, monitoring. */
export const isRowList = (schema: FieldSchema): boolean =>
  schema.type === 'array' && schema.items?.type === 'object' && !isItemList(schema);

/** `sessionsPerWeek` is `Sessions per week`. */
export const fieldLabel = (name: string): string => {
  const words = name.replace(/([a-z0-9])([A-Z])/g, '$1 $2').toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
};

/**
 * A new item of a list: only what has a usual value. Nothing clinical is chosen by the program; a side that nobody said stays unsaid. The id is
 * its own for ever, so it is drawn, never counted.
 */
export function newItem(schema: FieldSchema, start: Fields = {}): Fields {
  const item: Record<string, Value> = {};
  for (const [name, field] of Object.entries(schema.properties ?? {})) {
    if (name === 'id') item[name] = crypto.randomUUID().slice(0, 13);
    else if (field.default !== undefined) item[name] = field.default;
  }
  return { ...item, ...start };
}
