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

export type Value = unknown;
export type Fields = Readonly<Record<string, Value>>;

export const isFields = (value: Value): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** `sessionsPerWeek` is `Sessions per week`. */
export const fieldLabel = (name: string): string => {
  const words = name.replace(/([a-z0-9])([A-Z])/g, '$1 $2').toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
};

/** A new item of a list: only what every item must have. Its id is its own for ever. */
export function newItem(schema: FieldSchema, prefix: string, taken: readonly string[]): Fields {
  const item: Record<string, Value> = {};
  for (const [name, field] of Object.entries(schema.properties ?? {})) {
    if (name === 'id') item[name] = freeId(prefix, taken);
    else if (schema.required?.includes(name)) item[name] = firstValue(field);
  }
  return item;
}

const freeId = (prefix: string, taken: readonly string[]): string => {
  for (let number = taken.length + 1; ; number += 1) {
    const id = `${prefix.charAt(0)}${number}`;
    if (!taken.includes(id)) return id;
  }
};

function firstValue(schema: FieldSchema): Value {
  if (schema.default !== undefined) return schema.default;
  if (schema.enum) return schema.enum[0];
  if (schema.type === 'array') return [];
  if (schema.type === 'object') return newItem(schema, 'x', []);
  if (schema.type === 'boolean') return false;
  return undefined;
}

/** The document without what was left empty: nobody means an empty text. */
export function withoutEmpty(value: Value): Value {
  if (Array.isArray(value)) return value.map(withoutEmpty);
  if (!isFields(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, field]) => field !== undefined && field !== '')
      .map(([name, field]) => [name, withoutEmpty(field)]),
  );
}

/** What a list item is called in its list: its most telling fields. */
export function itemTitle(item: Fields): string {
  const told = [
    'text',
    'type',
    'kind',
    'ingredient',
    'discipline',
    'measure',
    'modality',
    'role',
    'finding',
    'group',
    'code',
    'side',
    'status',
  ]
    .map((name) => item[name])
    .map((value) => (isFields(value) ? value['display'] : value))
    .filter((value): value is string => typeof value === 'string' && value !== '' && value !== 'n/a')
    .slice(0, 3)
    .map((text) => text.replaceAll('-', ' '));
  return told.length === 0 ? 'New' : told.join(', ');
}

export type PathPart = string | number;
export const pathOf = (parts: readonly PathPart[]): string =>
  parts.reduce<string>(
    (text, part) => (typeof part === 'number' ? `${text}[${part}]` : text === '' ? part : `${text}.${part}`),
    '',
  );
