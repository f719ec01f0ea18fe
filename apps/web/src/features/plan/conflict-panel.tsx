import { Button, Radio } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { PlanDocumentInput, PublishConflict } from '#contracts';
import { isFields } from './form/schema.js';

type Side = 'theirs' | 'yours';

/** Somebody published meanwhile: both sides in clinical words. What does not touch the same item is brought together by itself; the rest asks. */
export function ConflictPanel({
  conflict,
  yours,
  take,
}: {
  conflict: PublishConflict;
  yours: PlanDocumentInput;
  take: (document: PlanDocumentInput, basedOn: number) => void;
}): ReactNode {
  const { currentVersion, theirs, conflicts, rebased, partlyRebased } = conflict;
  const [chosen, choose] = useState<Readonly<Record<string, Side>>>({});
  const isDecided = conflicts.every(({ itemPath }) => chosen[itemPath] !== undefined);
  const merged = (): PlanDocumentInput =>
    conflicts
      .filter(({ itemPath }) => chosen[itemPath] === 'yours')
      .reduce<PlanDocumentInput>(
        (document, { itemPath }) => withItemOf(document, yours, itemPath),
        rebased ?? partlyRebased,
      );
  return (
    <section className="card" role="alert" aria-labelledby="conflict">
      <h2 id="conflict">Somebody published version {currentVersion} meanwhile</h2>
      <p>Nothing was sent. Since you began:</p>
      <ul>
        {theirs.map(({ text }) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
      {conflicts.map(({ itemPath, theirs: other, yours: own }) => (
        <Radio.Group
          key={itemPath}
          label={`Both of you changed ${itemPath}`}
          value={chosen[itemPath] ?? null}
          onChange={(side) => choose({ ...chosen, [itemPath]: side as Side })}
          mb="sm"
        >
          <Radio value="theirs" label={`Theirs: ${other.texts.join(' ') || 'taken out'}`} mt="xs" />
          <Radio value="yours" label={`Yours: ${own.texts.join(' ') || 'taken out'}`} mt="xs" />
        </Radio.Group>
      ))}
      <Button disabled={!isDecided} onClick={() => take(merged(), currentVersion)}>
        Go on from version {currentVersion} with {conflicts.length === 0 ? 'both' : 'these choices'}
      </Button>
    </section>
  );
}

/** `rehab[r1]` or `work`: that item as the other document has it. */
function withItemOf(document: PlanDocumentInput, from: PlanDocumentInput, itemPath: string): PlanDocumentInput {
  const [, list = itemPath, id] = /^([^[]+)\[(.+)\]$/.exec(itemPath) ?? [];
  const source = (from as Record<string, unknown>)[list];
  if (id === undefined) return { ...document, [list]: source };
  const isIt = (item: unknown): boolean => isFields(item) && item['id'] === id;
  const items = ((document as Record<string, unknown>)[list] ?? []) as unknown[];
  const own = (Array.isArray(source) ? source : []).find(isIt);
  const others = items.filter((item) => !isIt(item));
  return { ...document, [list]: own === undefined ? others : [...others, own] };
}
