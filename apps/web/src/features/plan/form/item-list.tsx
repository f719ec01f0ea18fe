import { Button } from '@mantine/core';
import { IconArrowBackUp, IconPlus } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formerAt, missingItems } from '../model/differences.js';
import { isEnded, itemLayouts } from '../model/item-fields.js';
import { newItem, schemaAt } from '../model/schema.js';
import type { ListName } from '../model/sections.js';
import { summaryOf } from '../model/summaries.js';
import { type Fields, idOf, itemsOf, type Path, pathOf } from '../model/values.js';
import classes from './form.module.css';
import { type FieldsOf, Item } from './item.js';
import { anchorOf, documentSchema, useField, usePlanForm } from './plan-form.js';
import { reveal } from './reveal.js';

/** Things with an identity: those that go on, those that have ended folded away, and what the draft has taken out. */
export function ItemList({
  path,
  list,
  isInside = false,
  fields,
}: {
  path: Path;
  list: ListName;
  fields: FieldsOf;
  /** In another item: a list of its own name. */
  isInside?: boolean;
}): ReactNode {
  const { t } = useTranslation();
  const { base, document } = usePlanForm();
  const { value, set } = useField(path);
  const [fresh, setFresh] = useState<string>();
  const items = itemsOf(value);
  const hadEnded = (at: number): boolean => {
    const was = base && formerAt(base, document, [...path, at]);
    return was !== null && was !== undefined && isEnded(was as Fields) && isEnded(items[at] ?? {});
  };
  const ended = items.map((_, at) => at).filter(hadEnded);
  const draw = (at: number): ReactNode => (
    <Item
      key={idOf(items[at]) ?? at}
      path={[...path, at]}
      list={list}
      isFresh={idOf(items[at]) === fresh}
      fields={fields}
    />
  );
  const add = (): void => {
    const item = newItem(schemaAt(documentSchema, path).items ?? {}, itemLayouts[list].start);
    setFresh(idOf(item));
    set([...items, item]);
    void reveal(pathOf([...path, items.length, itemLayouts[list].main[0] ?? '']));
  };
  return (
    <div className={classes.list} id={anchorOf(path)} role="group" aria-label={t(`plan.lists.${list}.title`)}>
      {isInside && <p className={classes.label}>{t(`plan.lists.${list}.title`)}</p>}
      {items
        .map((_, at) => at)
        .filter((at) => !ended.includes(at))
        .map(draw)}
      {ended.length > 0 && (
        <details className={classes.ended}>
          <summary>{t('plan.form.ended', { count: ended.length })}</summary>
          {ended.map(draw)}
        </details>
      )}
      {base && <TakenOut path={path} list={list} was={itemsOf(formerAt(base, document, path))} />}
      <Button variant="default" size="compact-sm" leftSection={<IconPlus size={16} aria-hidden />} onClick={add}>
        {t(`plan.lists.${list}.add`)}
      </Button>
    </div>
  );
}

function TakenOut({ path, list, was }: { path: Path; list: ListName; was: Fields[] }): ReactNode {
  const { t } = useTranslation();
  const { value, set } = useField(path);
  return missingItems(was, value).map((item) => (
    <p key={idOf(item)} id={`${anchorOf(path)}~${idOf(item)}`} className={classes.gone} tabIndex={-1}>
      <span>
        <b>{t('plan.form.takenOut')}</b> <s>{summaryOf(list, item, t)}</s>
      </span>
      <Button
        variant="subtle"
        size="compact-xs"
        leftSection={<IconArrowBackUp size={14} aria-hidden />}
        onClick={() => set([...itemsOf(value), item])}
      >
        {t('plan.form.putBack')}
      </Button>
    </p>
  ));
}
