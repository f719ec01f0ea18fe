import { Button, Radio } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlanDocumentInput, PublishConflict } from '#contracts';
import { isFields, partsOf } from '../model/values.js';
import { sectionOf } from '../model/sections.js';
import { summaryOf } from '../model/summaries.js';
import { itemLayouts } from '../model/item-fields.js';
import { withItemOf } from './with-item-of.js';

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
  const { t } = useTranslation();
  const { currentVersion, conflicts, rebased, partlyRebased } = conflict;
  const [chosen, choose] = useState<Readonly<Record<string, Side>>>({});
  const isDecided = conflicts.every(({ itemPath }) => chosen[itemPath] !== undefined);
  const merged = (): PlanDocumentInput =>
    conflicts
      .filter(({ itemPath }) => chosen[itemPath] === 'yours')
      .reduce<PlanDocumentInput>(
        (document, { itemPath }) => withItemOf(document, yours, itemPath),
        rebased ?? partlyRebased,
      );
  const side = (texts: readonly string[]): string => texts.join(' ') || t('plan.conflict.takenOut');
  return (
    <section className="card" role="alert" aria-labelledby="conflict">
      <h2 id="conflict">{t('plan.conflict.title', { version: currentVersion })}</h2>
      <p>{t('plan.conflict.nothingSent')}</p>
      <Texts title={t('plan.conflict.theirs')} changes={conflict.theirs} />
      <Texts title={t('plan.conflict.yours')} changes={conflict.yours} />
      {conflicts.map(({ itemPath, theirs, yours: own }) => (
        <Radio.Group
          key={itemPath}
          label={t('plan.conflict.both', { what: nameOf(itemPath, theirs.item ?? own.item) })}
          value={chosen[itemPath] ?? null}
          onChange={(value) => choose({ ...chosen, [itemPath]: value as Side })}
          mb="sm"
        >
          <Radio value="theirs" label={t('plan.conflict.theirSide', { text: side(theirs.texts) })} mt="xs" />
          <Radio value="yours" label={t('plan.conflict.yourSide', { text: side(own.texts) })} mt="xs" />
        </Radio.Group>
      ))}
      <Button disabled={!isDecided} onClick={() => take(merged(), currentVersion)}>
        {t(conflicts.length === 0 ? 'plan.conflict.goOnBoth' : 'plan.conflict.goOnChosen', { version: currentVersion })}
      </Button>
    </section>
  );

  function nameOf(itemPath: string, item: unknown): string {
    const [list = ''] = partsOf(itemPath).map(String);
    if (list in itemLayouts && isFields(item)) return summaryOf(list as keyof typeof itemLayouts, item, t);
    return t(`plan.sections.${sectionOf(partsOf(itemPath))}`);
  }
}

function Texts({ title, changes }: { title: string; changes: PublishConflict['theirs'] }): ReactNode {
  if (changes.length === 0) return null;
  return (
    <>
      <h3>{title}</h3>
      <ul>
        {changes.map(({ text, itemId }, at) => (
          <li key={`${itemId ?? at} ${text}`}>{text}</li>
        ))}
      </ul>
    </>
  );
}
