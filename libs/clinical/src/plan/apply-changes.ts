import type { PlanChange, PlanDocument } from '#contracts';

type Json = Record<string, unknown>;
interface Item {
  id: string;
}
type HoldDecision = PlanDocument['patientContext']['anticoagulation']['holdDecisions'][number];

/**
 * The document after the changes of a comparison, as far as changes tell: what is silent (wording, what ended long before, all that the
 * end of a plan absorbs) stays as it was. Comparing the result with what the changes came from finds nothing more.
 */
export const applyChanges = (document: PlanDocument, changes: readonly PlanChange[]): PlanDocument =>
  changes.reduce(applyChange, document);

function applyChange(document: PlanDocument, change: PlanChange): PlanDocument {
  const { path, itemId, after, type } = change;
  if (type === 'medication.switched') return applySwitch(document, change);
  if (path === 'rehab.restrictions') return applyRestriction(document, change);
  if (itemId !== null) return withDecisions(putItem(document, path, itemId, after as Item | null), change);
  const [head = '', field] = path.split('.');
  if (field === undefined) return put(document, head, after);
  return put(document, head, put((document as Json)[head] as Json, field, after));
}

const put = <Value extends object>(value: Value, key: string, inner: unknown): Value => {
  const { [key]: _old, ...others } = value as Json;
  return (inner === null ? others : { ...others, [key]: inner }) as Value;
};

const itemsOf = (document: PlanDocument, list: string): Item[] =>
  (document as unknown as Record<string, Item[]>)[list] ?? [];

function putItem(document: PlanDocument, list: string, id: string, item: Item | null): PlanDocument {
  const items = itemsOf(document, list);
  if (!item)
    return put(
      document,
      list,
      items.filter((one) => one.id !== id),
    );
  const isKnown = items.some((one) => one.id === id);
  return put(document, list, isKnown ? items.map((one) => (one.id === id ? item : one)) : [...items, item]);
}

/** A switch shows what began; what it replaced stopped for that reason, unless both go by one id. */
function applySwitch(document: PlanDocument, { itemId, before, after }: PlanChange): PlanDocument {
  const [was, is] = [before as Item, after as Item];
  const stopped = { ...was, status: 'stopped', stopReason: { kind: 'replaced-by', replacedBy: is.id } };
  const begun = putItem(document, 'medications', is.id, is);
  return is.id === itemId ? begun : putItem(begun, 'medications', was.id, stopped);
}

function applyRestriction(document: PlanDocument, { itemId, after, qualifiers }: PlanChange): PlanDocument {
  const rehab = document.rehab.map((one) => {
    if (one.id !== qualifiers['rehabId']) return one;
    const others = one.restrictions.filter(({ id }) => id !== itemId);
    return { ...one, restrictions: after ? [...others, after as (typeof others)[number]] : others };
  });
  return { ...document, rehab };
}

/** A booking brings the decision on the blood thinner that was made with it. */
function withDecisions(document: PlanDocument, { itemId, qualifiers }: PlanChange): PlanDocument {
  const decisions = qualifiers['holdDecisions'] as HoldDecision[] | undefined;
  if (decisions === undefined) return document;
  const { anticoagulation } = document.patientContext;
  const holdDecisions = [
    ...anticoagulation.holdDecisions.filter(({ procedureId }) => procedureId !== itemId),
    ...decisions,
  ];
  return {
    ...document,
    patientContext: { ...document.patientContext, anticoagulation: { ...anticoagulation, holdDecisions } },
  };
}
