import { emptyPlan, type PlanChange, type PlanDocument } from '#contracts';
import { diffPlans } from './diff-plans.js';
import { isEqual } from './equal.js';

/** What one side did to an item or field that the other touched too. */
export interface ConflictSide {
  /** The item or field as this side has it; null when this side removed it. */
  item: unknown;
  /** What this side changed, in clinical words. */
  texts: string[];
}

export interface Conflict {
  /** `rehab[r1]` is the item with that id, `patientContext.anticoagulation` a field of the head. */
  itemPath: string;
  theirs: ConflictSide;
  yours: ConflictSide;
}

export interface ThreeWay {
  theirs: PlanChange[];
  yours: PlanChange[];
  conflicts: Conflict[];
  /** Yours upon theirs; null while something must be chosen. */
  rebased: PlanDocument | null;
  /** Yours upon theirs as far as they do not touch the same item; there it is theirs. */
  partlyRebased: PlanDocument;
}

type Json = Record<string, unknown>;
interface Item {
  id: string;
}

/** A part of the document that is taken from one side whole: an item of a list, or a field of the head. */
interface Place {
  path: string;
  read: (document: PlanDocument) => unknown;
  /** The document with this place as another document has it. */
  take: (into: PlanDocument, from: PlanDocument) => PlanDocument;
}

const set = <Value extends object>(value: Value, key: string, inner: unknown): Value => {
  const { [key]: _old, ...others } = value as Json;
  return (inner === undefined ? others : { ...others, [key]: inner }) as Value;
};

/** Fields that say one thing together. */
const together: Record<string, readonly string[]> = { status: ['status', 'statusReason'] };

function headPlace(key: string): Place {
  const keys = together[key] ?? [key];
  const read = (document: PlanDocument): unknown => keys.map((one) => (document as Json)[one]);
  return {
    path: key,
    read: (document) => (keys.length === 1 ? (document as Json)[key] : read(document)),
    take: (into, from) => keys.reduce((document, one) => set(document, one, (from as Json)[one]), into),
  };
}

const contextPlace = (key: string): Place => ({
  path: `patientContext.${key}`,
  read: ({ patientContext }) => (patientContext as Json)[key],
  take: (into, from) => ({
    ...into,
    patientContext: set(into.patientContext, key, (from.patientContext as Json)[key]),
  }),
});

function itemPlace(list: string, id: string): Place {
  const itemsOf = (document: PlanDocument): Item[] => (document as unknown as Record<string, Item[]>)[list] ?? [];
  const read = (document: PlanDocument): Item | undefined => itemsOf(document).find((item) => item.id === id);
  return {
    path: `${list}[${id}]`,
    read,
    take: (into, from) => {
      const item = read(from);
      const items = itemsOf(into);
      const kept = item ? items.map((one) => (one.id === id ? item : one)) : items.filter((one) => one.id !== id);
      return { ...into, [list]: item && !read(into) ? [...kept, item] : kept };
    },
  };
}

const isList = (key: string): boolean => Array.isArray((emptyPlan as Json)[key]);
const keysOf = (documents: readonly object[]): string[] => [...new Set(documents.flatMap(Object.keys))];

function placesOf(documents: readonly PlanDocument[]): Place[] {
  const keys = keysOf(documents).filter((key) => key !== 'patientContext' && key !== 'statusReason');
  const items = (list: string): string[] => [
    ...new Set(documents.flatMap((document) => ((document as Json)[list] as Item[]).map(({ id }) => id))),
  ];
  return [
    ...keys.filter((key) => !isList(key)).map(headPlace),
    ...keysOf(documents.map(({ patientContext }) => patientContext)).map(contextPlace),
    ...keys.filter(isList).flatMap((list) => items(list).map((id) => itemPlace(list, id))),
  ];
}

/**
 * Two versions that began at the same one, brought together: what only one of them touched is taken from it; an item that both
 * changed, each in its way, is a conflict and somebody must choose. Whether the result keeps the clinical rules is asked when it is published.
 */
export function threeWay(base: PlanDocument, theirs: PlanDocument, yours: PlanDocument): ThreeWay {
  const touched = placesOf([base, theirs, yours]).filter(({ read }) => !isEqual(read(base), read(yours)));
  const isFree = ({ read }: Place): boolean => isEqual(read(base), read(theirs)) || isEqual(read(theirs), read(yours));
  const side = ({ read, take }: Place, document: PlanDocument): ConflictSide => {
    const texts = diffPlans(base, take(base, document)).map(({ text }) => text);
    return { item: read(document) ?? null, texts: texts.length > 0 ? texts : ['Wording only'] };
  };
  const conflicts = touched
    .filter((place) => !isFree(place))
    .map((place) => ({ itemPath: place.path, theirs: side(place, theirs), yours: side(place, yours) }));
  const partlyRebased = touched.filter(isFree).reduce((document, { take }) => take(document, yours), theirs);
  return {
    theirs: diffPlans(base, theirs),
    yours: diffPlans(base, yours),
    conflicts,
    rebased: conflicts.length === 0 ? partlyRebased : null,
    partlyRebased,
  };
}
