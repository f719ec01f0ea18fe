import { Button } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { isItemList, isRowList, schemaAt } from '../model/schema.js';
import type { ListName } from '../model/sections.js';
import type { Path } from '../model/values.js';
import { labelOf } from './choices.js';
import { Control } from './controls.js';
import classes from './form.module.css';
import { formerText } from './former-text.js';
import { ItemList } from './item-list.js';
import { anchorOf, documentSchema, type FieldState, useField, usePlanForm } from './plan-form.js';
import { Rows } from './rows.js';

export interface FieldProps {
  name: string;
  path: Path;
  isRequired: boolean;
}

/** One field of the plan, drawn from its schema: whatever the document can say can be edited, and nothing else. */
export function Field({ name, path, isRequired }: FieldProps): ReactNode {
  const schema = schemaAt(documentSchema, path);
  if (schema.type === 'object' && schema.properties) return <Group name={name} path={path} />;
  if (isItemList(schema)) return <ItemList path={path} list={name as ListName} isInside fields={drawFields} />;
  const isWide = isRowList(schema) || (schema.maxLength ?? 0) > 400;
  return (
    <Marked name={name} path={path} isWide={isWide}>
      {isRowList(schema) ? (
        <Rows name={name} path={path} />
      ) : (
        <Control name={name} path={path} isRequired={isRequired} />
      )}
    </Marked>
  );
}

/** A changed field says so in the margin, with what stood there, and can be taken back alone. */
function Marked({
  name,
  path,
  isWide,
  children,
}: {
  name: string;
  path: Path;
  isWide: boolean;
  children: ReactNode;
}): ReactNode {
  const field = useField(path);
  return (
    <div
      id={anchorOf(path)}
      className={classes.field}
      data-wide={isWide || undefined}
      data-changed={field.isChanged || undefined}
    >
      {children}
      {field.isChanged && <Former name={name} {...field} />}
    </div>
  );
}

function Former({ name, former, schema, set }: FieldState & { name: string }): ReactNode {
  const { t } = useTranslation();
  const { document } = usePlanForm();
  const label = labelOf(t, name);
  return (
    <p className={classes.former}>
      <span>{t('plan.form.was', { value: formerText(t, { name, value: former, schema, document }) })}</span>
      <Button
        variant="subtle"
        size="compact-xs"
        leftSection={<IconArrowBackUp size={14} aria-hidden />}
        aria-label={t('plan.form.undoOf', { label })}
        onClick={() => set(former)}
      >
        {t('actions.undo')}
      </Button>
    </p>
  );
}

/** Fields that belong together. A group that nobody has begun is one button. */
function Group({ name, path }: { name: string; path: Path }): ReactNode {
  const { t } = useTranslation();
  return (
    <fieldset className={classes.group} id={anchorOf(path)}>
      <legend>{labelOf(t, name)}</legend>
      <FieldsAt path={path} names={Object.keys(schemaAt(documentSchema, path).properties ?? {})} />
    </fieldset>
  );
}

/** A list of items at a place, each with its fields. */
export const ItemsAt = ({ path, list }: { path: Path; list: ListName }): ReactNode => (
  <ItemList path={path} list={list} fields={drawFields} />
);

const drawFields = (path: Path, names: readonly string[]): ReactNode => <FieldsAt path={path} names={names} />;

/** Some fields of one place. The identity is nobody's to change. */
export function FieldsAt({ path, names }: { path: Path; names: readonly string[] }): ReactNode {
  const { required = [] } = schemaAt(documentSchema, path);
  return (
    <div className={classes.fields}>
      {names
        .filter((name) => name !== 'id')
        .map((name) => (
          <Field key={name} name={name} path={[...path, name]} isRequired={required.includes(name)} />
        ))}
    </div>
  );
}
