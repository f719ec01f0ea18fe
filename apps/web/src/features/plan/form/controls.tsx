import {
  Autocomplete,
  Checkbox,
  MultiSelect,
  NativeSelect,
  NumberInput,
  TagsInput,
  Textarea,
  TextInput,
} from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { clinicZone } from '../../../ui/moments.js';
import { codeText } from '../model/summaries.js';
import { isFields, type Path } from '../model/values.js';
import { fromLocal, toLocal } from '../../../ui/zoned.js';
import { labelOf, optionsOf, type Option, referenceOptions, usualWords } from './choices.js';
import classes from './form.module.css';
import { type FieldState, useField, usePlanForm } from './plan-form.js';

export interface ControlProps {
  name: string;
  path: Path;
  isRequired: boolean;
  /** In a table the column's head is the label; the row makes it unmistakable. */
  cellLabel?: string | undefined;
}

interface Told extends Omit<FieldState, 'former' | 'isChanged' | 'fault'> {
  name: string;
  shared: {
    label?: string;
    'aria-label'?: string;
    error: string | undefined;
    required: boolean;
    size?: 'xs';
  };
}

/** The control that fits what the schema says of a field. */
export function Control({ name, path, isRequired, cellLabel }: ControlProps): ReactNode {
  const { t } = useTranslation();
  const { document } = usePlanForm();
  const { value, schema, fault, set } = useField(path);
  const said = cellLabel === undefined ? { label: labelOf(t, name) } : { 'aria-label': cellLabel, size: 'xs' as const };
  const told: Told = { name, value, schema, set, shared: { ...said, error: fault?.message, required: isRequired } };
  const named = referenceOptions(t, name, document);
  if (schema.type === 'array') return <Several {...told} options={named ?? enumOptions()} />;
  if (named) return <Choice {...told} options={named} />;
  if (schema.enum) return <Choice {...told} options={optionsOf(t, schema.enum)} />;
  if (schema.anyOf?.some(({ type }) => type === 'object')) return <OneOrMore {...told} path={path} />;
  if (schema.anyOf) return <DateOrWord {...told} />;
  if (schema.type === 'boolean') return <YesOrNo {...told} />;
  if (schema.type === 'number' || schema.type === 'integer') return <Amount {...told} />;
  return <Written {...told} />;

  function enumOptions(): Option[] | undefined {
    return schema.items?.enum && optionsOf(t, schema.items.enum);
  }
}

function Several({ name, value, set, shared, options }: Told & { options: Option[] | undefined }): ReactNode {
  const { t } = useTranslation();
  const list = (Array.isArray(value) ? value : []) as string[];
  if (options)
    return <MultiSelect {...shared} data={options} value={list} onChange={set} searchable hidePickedOptions />;
  return (
    <TagsInput
      {...shared}
      data={[...(usualWords[name] ?? [])]}
      placeholder={list.length === 0 ? t('plan.form.enterAfterEach') : ''}
      value={list}
      onChange={set}
    />
  );
}

function Choice({ schema, value, set, shared, options }: Told & { options: Option[] }): ReactNode {
  const { t } = useTranslation();
  const mustSay = shared.required || schema.default !== undefined;
  const empty = { value: '', label: mustSay ? t('plan.form.choose') : t('plan.form.notSaid') };
  return (
    <NativeSelect
      {...shared}
      data={mustSay && value !== undefined ? options : [empty, ...options]}
      value={String(value ?? '')}
      onChange={({ currentTarget }) => set(currentTarget.value || undefined)}
    />
  );
}

/** With a usual answer a tick, without one a question with three answers: not asked is not no. */
function YesOrNo({ schema, value, set, shared }: Told): ReactNode {
  const { t } = useTranslation();
  if (schema.default !== undefined)
    return (
      <Checkbox
        {...shared}
        required={false}
        className={classes.tick}
        checked={value === true}
        onChange={({ currentTarget }) => set(currentTarget.checked)}
      />
    );
  return (
    <NativeSelect
      {...shared}
      data={[
        { value: '', label: t('plan.form.notSaid') },
        { value: 'true', label: t('plan.form.yes') },
        { value: 'false', label: t('plan.form.no') },
      ]}
      value={value === undefined ? '' : String(value)}
      onChange={({ currentTarget }) => set(currentTarget.value === '' ? undefined : currentTarget.value === 'true')}
    />
  );
}

function Amount({ schema, value, set, shared }: Told): ReactNode {
  const least = schema.minimum ?? schema.exclusiveMinimum;
  return (
    <NumberInput
      {...shared}
      value={typeof value === 'number' ? value : ''}
      onChange={(given) => set(given === '' ? undefined : Number(given))}
      allowDecimal={schema.type === 'number'}
      hideControls
      {...(least === undefined ? {} : { min: least })}
      {...(schema.maximum === undefined ? {} : { max: schema.maximum })}
    />
  );
}

/** A date, a moment, hours, or words. */
function Written({ name, schema, value, set, shared }: Told): ReactNode {
  const { t } = useTranslation();
  const said = { ...shared, value: String(value ?? '') };
  const say = ({ currentTarget }: { currentTarget: { value: string } }): void => set(currentTarget.value || undefined);
  if (schema.format === 'date') return <TextInput {...said} type="date" onChange={say} />;
  if (schema.format === 'date-time')
    return (
      <TextInput
        {...shared}
        type="datetime-local"
        description={shared.label === undefined ? undefined : t('plan.form.clinicTime', { zone: clinicZone })}
        value={toLocal(value, clinicZone)}
        onChange={({ currentTarget }) => set(fromLocal(currentTarget.value, clinicZone) || undefined)}
      />
    );
  if ((schema.maxLength ?? 0) > 400 || name === 'notes')
    return <Textarea {...said} autosize minRows={2} maxRows={12} onChange={say} />;
  const usual = usualWords[name];
  if (usual) return <Autocomplete {...said} data={[...usual]} onChange={(given: string) => set(given || undefined)} />;
  return <TextInput {...said} onChange={say} />;
}

/** A date or a word, such as `until cleared` or `gradual`. */
function DateOrWord({ schema, value, set, shared }: Told): ReactNode {
  const { t } = useTranslation();
  const words = (schema.anyOf ?? []).flatMap((one) => (one.const === undefined ? (one.enum ?? []) : [one.const]));
  const isWord = typeof value === 'string' && words.includes(value);
  const label = shared.label ?? shared['aria-label'] ?? '';
  return (
    <div className={classes.either}>
      <NativeSelect
        {...shared}
        value={isWord ? String(value) : 'date'}
        data={[{ value: 'date', label: t('plan.form.onDate') }, ...optionsOf(t, words)]}
        onChange={({ currentTarget }) => set(currentTarget.value === 'date' ? undefined : currentTarget.value)}
      />
      {!isWord && (
        <TextInput
          aria-label={t('plan.form.dateOf', { label })}
          type="date"
          value={String(value ?? '')}
          onChange={({ currentTarget }) => set(currentTarget.value || undefined)}
        />
      )}
    </div>
  );
}

/** A word, or a group of its own: no steroid, or which and how much. */
function OneOrMore({ schema, value, set, shared, path, name }: Told & { path: Path }): ReactNode {
  const { t } = useTranslation();
  const word = schema.anyOf?.find((one) => one.const !== undefined)?.const ?? '';
  const group = schema.anyOf?.find(({ type }) => type === 'object');
  const isGiven = isFields(value);
  return (
    <div className={classes.either}>
      <NativeSelect
        {...shared}
        value={isGiven ? 'given' : word}
        data={[
          { value: word, label: codeText(t, word) },
          { value: 'given', label: t('plan.form.given') },
        ]}
        onChange={({ currentTarget }) => set(currentTarget.value === 'given' ? {} : word)}
      />
      {isGiven &&
        Object.entries(group?.properties ?? {}).map(([inner, of]) => {
          const label = t('plan.form.partOf', { whole: labelOf(t, name), part: labelOf(t, inner) });
          const own = { name: inner, schema: of, value: value[inner], shared: { ...shared, label, required: true } };
          const put = (given: unknown): void => set({ ...value, [inner]: given });
          return of.type === 'number' ? (
            <Amount key={inner} {...own} set={put} />
          ) : (
            <Written key={`${path.join()}${inner}`} {...own} set={put} />
          );
        })}
    </div>
  );
}
