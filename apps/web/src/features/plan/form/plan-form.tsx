import { createContext, useContext } from 'react';
import { type Difference, formerAt } from '../model/differences.js';
import { planSchema } from '../model/plan-schema.generated.js';
import { type FieldSchema, schemaAt } from '../model/schema.js';
import { type Fields, isFields, isSame, type Path, pathOf, type Value, valueAt, withValue } from '../model/values.js';

export const documentSchema = planSchema as FieldSchema;

export interface FieldFault {
  path: string;
  message: string;
  overridable: boolean;
}

/** What every part of the form works on. */
export interface PlanForm {
  document: Fields;
  /** The version that this work is based on; null for a first plan, in which nothing is changed and all is new. */
  base: Fields | null;
  faults: readonly FieldFault[];
  differences: readonly Difference[];
  /** Who sets something aside. */
  me: string;
  put: (document: Fields) => void;
}

const PlanFormContext = createContext<PlanForm | null>(null);
export const PlanFormProvider = PlanFormContext.Provider;

export function usePlanForm(): PlanForm {
  const form = useContext(PlanFormContext);
  if (!form) throw new Error('No plan form around this field.');
  return form;
}

export interface FieldState {
  value: Value;
  schema: FieldSchema;
  former: Value;
  isChanged: boolean;
  fault: FieldFault | undefined;
  set: (value: Value) => void;
}

/** One place of the document: what stands there, what stood there, what the server said about it. */
export function useField(path: Path): FieldState {
  const { document, base, faults, put } = usePlanForm();
  const value = valueAt(document, path);
  const former = base ? formerAt(base, document, path) : undefined;
  const name = pathOf(path);
  return {
    value,
    schema: schemaAt(documentSchema, path),
    former,
    isChanged: base !== null && !isSame(former, value) && !isNew(base, document, path),
    fault: faults.find((one) => one.path === name),
    set: (next) => put(withOwnId(withValue(document, path, next) as Fields, path.slice(0, -1))),
  };
}

/** Fields of a new item are not changed: the item is new. */
const isNew = (base: Fields, document: Fields, path: Path): boolean => {
  const at = path.findLastIndex((part) => typeof part === 'number');
  if (at === -1) return false;
  const item = path.slice(0, at + 1);
  const hasId = isFields(valueAt(document, item)) && (valueAt(document, item) as Fields)['id'] !== undefined;
  return hasId && formerAt(base, document, item) === undefined;
};

/** A group that needs an identity, such as a series of injections, gets one with its first word. */
function withOwnId(document: Fields, group: Path): Fields {
  const schema = schemaAt(documentSchema, group);
  const value = valueAt(document, group);
  if (!schema.required?.includes('id') || !isFields(value) || value['id'] !== undefined) return document;
  return withValue(document, [...group, 'id'], crypto.randomUUID().slice(0, 13)) as Fields;
}

export const anchorOf = (path: Path): string => `field-${pathOf(path)}`;
