import {
  Button,
  Checkbox,
  MultiSelect,
  NativeSelect,
  NumberInput,
  TagsInput,
  Textarea,
  TextInput,
} from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { clinicZone } from '../../../ui/moments.js';
import { inWords, sentence } from '../../../ui/words.js';
import {
  fieldLabel,
  type Fields,
  type FieldSchema,
  isFields,
  itemTitle,
  newItem,
  type PathPart,
  pathOf,
  type Value,
} from './schema.js';
import classes from './form.module.css';
import { fromLocal, toLocal } from './zoned.js';

export interface FormContext {
  /** What the server said about a path. */
  errorAt: (path: string) => string | undefined;
  /** Whether the field differs from the version this work is based on. */
  isChanged: (path: readonly PathPart[], value: Value) => boolean;
}

export interface FieldProps {
  name: string;
  schema: FieldSchema;
  value: Value;
  path: readonly PathPart[];
  isRequired: boolean;
  context: FormContext;
  onChange: (value: Value) => void;
}

/** One field of the plan, drawn from its schema: whatever the document can say can be edited, and nothing else. */
export function Field(props: FieldProps): ReactNode {
  const { schema, value, path, context } = props;
  if (schema.type === 'object' && schema.properties) return <Group {...props} />;
  if (schema.type === 'array' && schema.items?.type === 'object') return <ItemList {...props} />;
  return (
    <div className={classes.field} data-changed={context.isChanged(path, value) || undefined}>
      <Control {...props} />
    </div>
  );
}

/** What every control of a field shows. */
interface Shared {
  label: string;
  error: string | undefined;
  required: boolean;
}

type ControlProps = Pick<FieldProps, 'schema' | 'value' | 'onChange'> & { shared: Shared };

function Control({ name, schema, value, path, isRequired, context, onChange }: FieldProps): ReactNode {
  const shared = { label: fieldLabel(name), error: context.errorAt(pathOf(path)), required: isRequired };
  const told = { schema, value, onChange, shared };
  if (schema.type === 'array') return <Several {...told} />;
  if (schema.enum) return <Choice {...told} />;
  if (schema.anyOf) return <Either {...told} />;
  if (schema.type === 'boolean')
    return (
      <Checkbox
        label={shared.label}
        checked={value === true}
        onChange={({ currentTarget }) => onChange(currentTarget.checked)}
      />
    );
  if (schema.type === 'number' || schema.type === 'integer') return <Amount {...told} />;
  return <Written {...told} />;
}

function Several({ schema, value, onChange, shared }: ControlProps): ReactNode {
  const list = (Array.isArray(value) ? value : []) as string[];
  const options = schema.items?.enum;
  return options ? (
    <MultiSelect
      {...shared}
      data={options.map((one) => ({ value: one, label: inWords(one) }))}
      value={list}
      onChange={onChange}
      searchable
      hidePickedOptions
    />
  ) : (
    <TagsInput {...shared} description="Enter after each" value={list} onChange={onChange} />
  );
}

function Choice({ schema, value, onChange, shared }: ControlProps): ReactNode {
  const data = (schema.enum ?? []).map((one) => ({ value: one, label: sentence(inWords(one)) }));
  return (
    <NativeSelect
      {...shared}
      data={shared.required ? data : [{ value: '', label: 'Not said' }, ...data]}
      value={String(value ?? '')}
      onChange={({ currentTarget }) => onChange(currentTarget.value || undefined)}
    />
  );
}

function Amount({ schema, value, onChange, shared }: ControlProps): ReactNode {
  const least = schema.minimum ?? schema.exclusiveMinimum;
  return (
    <NumberInput
      {...shared}
      value={typeof value === 'number' ? value : ''}
      onChange={(given) => onChange(given === '' ? undefined : Number(given))}
      allowDecimal={schema.type === 'number'}
      hideControls
      {...(least === undefined ? {} : { min: least })}
      {...(schema.maximum === undefined ? {} : { max: schema.maximum })}
    />
  );
}

/** A date, a moment, or words. */
function Written({ schema, value, onChange, shared }: ControlProps): ReactNode {
  const said = { ...shared, value: String(value ?? '') };
  const say = ({ currentTarget }: { currentTarget: { value: string } }): void =>
    onChange(currentTarget.value || undefined);
  if (schema.format === 'date') return <TextInput {...said} type="date" onChange={say} />;
  if (schema.format === 'date-time')
    return (
      <TextInput
        {...shared}
        type="datetime-local"
        description={`Clinic time, ${clinicZone}`}
        value={toLocal(value, clinicZone)}
        onChange={({ currentTarget }) => onChange(fromLocal(currentTarget.value, clinicZone) || undefined)}
      />
    );
  if ((schema.maxLength ?? 0) > 400) return <Textarea {...said} autosize minRows={2} onChange={say} />;
  return <TextInput {...said} onChange={say} />;
}

/** A date or a word, such as `until cleared` or `gradual`. */
function Either({ schema, value, onChange, shared }: ControlProps): ReactNode {
  const words = (schema.anyOf ?? []).flatMap((one) => (one.const === undefined ? (one.enum ?? []) : [one.const]));
  const isWord = typeof value === 'string' && words.includes(value);
  return (
    <div className={classes.either}>
      <NativeSelect
        {...shared}
        value={isWord ? String(value) : 'date'}
        data={[
          { value: 'date', label: 'On a date' },
          ...words.map((one) => ({ value: one, label: sentence(inWords(one)) })),
        ]}
        onChange={({ currentTarget }) => onChange(currentTarget.value === 'date' ? undefined : currentTarget.value)}
      />
      {!isWord && (
        <TextInput
          aria-label={`${shared.label}, date`}
          type="date"
          value={String(value ?? '')}
          onChange={({ currentTarget }) => onChange(currentTarget.value || undefined)}
        />
      )}
    </div>
  );
}

/** Fields that belong together. */
function Group({ name, schema, value, path, context, onChange }: FieldProps): ReactNode {
  return (
    <fieldset className={classes.group}>
      <legend>{fieldLabel(name)}</legend>
      <FieldsOf
        schema={schema}
        value={isFields(value) ? value : {}}
        path={path}
        context={context}
        onChange={onChange}
      />
    </fieldset>
  );
}

/** All fields of an object but its id, which is nobody's to change. */
export function FieldsOf({
  schema,
  value,
  path,
  context,
  onChange,
}: {
  schema: FieldSchema;
  value: Fields;
  path: readonly PathPart[];
  context: FormContext;
  onChange: (value: Fields) => void;
}): ReactNode {
  return (
    <div className={classes.fields}>
      {Object.entries(schema.properties ?? {})
        .filter(([name]) => name !== 'id')
        .map(([name, field]) => (
          <Field
            key={name}
            name={name}
            schema={field}
            value={value[name]}
            path={[...path, name]}
            isRequired={schema.required?.includes(name) ?? false}
            context={context}
            onChange={(given) => onChange({ ...value, [name]: given })}
          />
        ))}
    </div>
  );
}

/** A list of things with an identity. What is taken out can be put back until the version is published. */
function ItemList({ name, schema, value, path, context, onChange }: FieldProps): ReactNode {
  const items = (Array.isArray(value) ? value : []).filter(isFields);
  const ids = items.map((item) => String(item['id'] ?? ''));
  const singular = fieldLabel(name).replace(/s$/, '').toLowerCase();
  const replace = (at: number, item: Fields): void => onChange(items.map((one, index) => (index === at ? item : one)));
  return (
    <section className={classes.list} aria-label={fieldLabel(name)}>
      <h3>{fieldLabel(name)}</h3>
      {items.length === 0 && <p className="soft">None.</p>}
      {items.map((item, at) => (
        <details
          key={ids[at] || at}
          className={classes.item}
          data-changed={context.isChanged([...path, at], item) || undefined}
          open={Object.keys(item).length <= 2}
        >
          <summary>{itemTitle(item)}</summary>
          <FieldsOf
            schema={schema.items ?? {}}
            value={item}
            path={[...path, at]}
            context={context}
            onChange={(given) => replace(at, given)}
          />
          <Button
            variant="subtle"
            color="red"
            size="compact-sm"
            onClick={() => onChange(items.filter((_, index) => index !== at))}
          >
            Take out “{itemTitle(item)}”
          </Button>
        </details>
      ))}
      <Button
        variant="default"
        size="compact-sm"
        leftSection={<IconPlus size={16} aria-hidden />}
        onClick={() => onChange([...items, newItem(schema.items ?? {}, name, ids)])}
      >
        Add {singular}
      </Button>
    </section>
  );
}
