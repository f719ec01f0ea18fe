import { Button, Group } from '@mantine/core';
import { IconPencil, IconPlayerStop, IconPlus, IconX } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Mark } from '../../../ui/status.js';
import { formerAt } from '../model/differences.js';
import { allFieldsOf, isEnded, itemLayouts, shownFields } from '../model/item-fields.js';
import type { ListName } from '../model/sections.js';
import { nameOf, summaryOf } from '../model/summaries.js';
import { type Fields, isFields, type Path, pathOf, valueAt, withValue } from '../model/values.js';
import classes from './form.module.css';
import { SetAside } from './set-aside.js';
import { anchorOf, type FieldFault, usePlanForm } from './plan-form.js';

/** Draws fields of a place; fields hold lists of items, whose items hold fields. */
export type FieldsOf = (path: Path, names: readonly string[]) => ReactNode;

/** One thing of the plan: a line when folded, its fields when open. */
export function Item({
  path,
  list,
  isFresh,
  fields,
}: {
  path: Path;
  list: ListName;
  isFresh: boolean;
  fields: FieldsOf;
}): ReactNode {
  const { t } = useTranslation();
  const { base, document, differences, faults } = usePlanForm();
  const [isOpen, open] = useState(isFresh);
  const item = valueAt(document, path);
  if (!isFields(item)) return null;
  const isNew = base !== null && formerAt(base, document, path) === undefined;
  const changes = differences.filter((one) => isBelow(path, one.path)).length;
  const own = faultsOf(path, list, faults);
  return (
    <details
      id={anchorOf(path)}
      className={classes.item}
      data-changed={isNew || changes > 0 || undefined}
      open={isOpen}
      onToggle={({ currentTarget }) => open(currentTarget.open)}
    >
      <summary>
        <span className={classes.line} data-ended={isEnded(item) || undefined}>
          {summaryOf(list, item, t)}
        </span>
        {isNew && (
          <Mark tone="ok" icon={IconPlus}>
            {t('plan.form.new')}
          </Mark>
        )}
        {!isNew && changes > 0 && (
          <Mark tone="info" icon={IconPencil}>
            {t('plan.form.changes', { count: changes })}
          </Mark>
        )}
      </summary>
      {isOpen && (
        <Opened path={path} list={list} item={item} isNew={isNew || base === null} faults={own} fields={fields} />
      )}
    </details>
  );
}

function Opened({
  path,
  list,
  item,
  isNew,
  faults,
  fields,
}: {
  path: Path;
  list: ListName;
  item: Fields;
  isNew: boolean;
  faults: readonly FieldFault[];
  fields: FieldsOf;
}): ReactNode {
  const { t } = useTranslation();
  const { main, more } = shownFields(itemLayouts[list], item);
  return (
    <div className={classes.opened}>
      {faults.map(({ path: place, message }) => (
        <p key={place + message} id={`field-${place}`} className={classes.fault} tabIndex={-1}>
          {message}
        </p>
      ))}
      {list === 'procedures' && <SetAside path={path} isAsked={faults.some(({ overridable }) => overridable)} />}
      {fields(path, main)}
      {more.length > 0 && (
        <details className={classes.more} open={more.some((name) => isWorthShowing(item[name]))}>
          <summary>{t('plan.form.more')}</summary>
          {fields(path, more)}
        </details>
      )}
      <Ending path={path} list={list} item={item} isNew={isNew} />
    </div>
  );
}

/** What everybody worked from is stopped, not deleted; what only stands in this draft can go without a trace. */
function Ending({ path, list, item, isNew }: { path: Path; list: ListName; item: Fields; isNew: boolean }): ReactNode {
  const { t } = useTranslation();
  const { document, put } = usePlanForm();
  const { stop } = itemLayouts[list];
  const name = nameOf(list, item, t);
  const above = path.slice(0, -1);
  const others = (valueAt(document, above) as Fields[]).filter((one) => one !== item);
  if (!isNew && stop)
    return isEnded(item) || item['status'] === 'done' ? null : (
      <Group mt="xs">
        <Button
          variant="default"
          size="compact-sm"
          leftSection={<IconPlayerStop size={16} aria-hidden />}
          onClick={() => put(withValue(document, path, { ...item, ...stop }) as Fields)}
        >
          {t(`plan.lists.${list}.stop`, { name, defaultValue: t('plan.form.stop', { name }) })}
        </Button>
      </Group>
    );
  return (
    <Group mt="xs">
      <Button
        variant="subtle"
        size="compact-sm"
        leftSection={<IconX size={16} aria-hidden />}
        onClick={() => put(withValue(document, above, others) as Fields)}
      >
        {t('plan.form.takeOutName', { name })}
      </Button>
    </Group>
  );
}

const isBelow = (path: Path, other: Path): boolean => path.every((part, at) => other[at] === part);
const isWorthShowing = (value: unknown): boolean =>
  value !== undefined &&
  value !== '' &&
  value !== false &&
  value !== 'n/a' &&
  !(Array.isArray(value) && value.length === 0);

/** What the server says about the item as a whole, or about something that no field of the form holds. */
function faultsOf(path: Path, list: ListName, faults: readonly FieldFault[]): FieldFault[] {
  const name = pathOf(path);
  const fields = allFieldsOf(itemLayouts[list]);
  return faults.filter(({ path: place, overridable }) => {
    if (place !== name && !place.startsWith(`${name}.`)) return false;
    const [field = ''] = place.slice(name.length + 1).split(/[.[]/);
    return overridable || !fields.includes(field);
  });
}
