import { Button, NativeSelect, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Condition, Rule, RuleDue, UrgencyLetter } from './rule.js';
import classes from './rules.module.css';

const urgencies = ['R', 'U', 'S', 'E'] as const satisfies readonly UrgencyLetter[];
const operators = ['eq', 'ne', 'in', 'notIn', 'gte', 'lte', 'between', 'includes', 'exists', 'missing', 'not'] as const;
const dueKinds = ['businessDays', 'sameDay', 'hours', 'before'] as const;
type DueKind = (typeof dueKinds)[number];

const kindOf = (due: RuleDue): DueKind =>
  'businessDays' in due ? 'businessDays' : 'sameDay' in due ? 'sameDay' : 'hours' in due ? 'hours' : 'before';
const countOf = (due: RuleDue): number =>
  'businessDays' in due ? due.businessDays : 'hours' in due ? due.hours : 'sameDay' in due ? 1 : due.businessDaysBefore;

const dueOf = (kind: DueKind, count: number, date: string): RuleDue => {
  switch (kind) {
    case 'businessDays':
      return { businessDays: count };
    case 'sameDay':
      return { sameDay: true };
    case 'hours':
      return { hours: count };
    case 'before':
      return { businessDaysBefore: count, date };
  }
};

/** `a, b` for lists; numbers and yes or no as what they are. */
const listed = new Set(['in', 'notIn', 'between']);
const valueOf = (text: string, op: string): Condition['value'] => {
  const one = (part: string): string | number => (/^-?\d+(\.\d+)?$/.test(part) ? Number(part) : part);
  if (listed.has(op))
    return text
      .split(',')
      .map((part) => one(part.trim()))
      .filter((part) => part !== '');
  return text === 'true' ? true : text === 'false' ? false : one(text.trim());
};
const textOf = (value: Condition['value']): string =>
  Array.isArray(value) ? value.join(', ') : value === undefined ? '' : String(value);
const needsValue = (op: string): boolean => op !== 'exists' && op !== 'missing';

interface Fields {
  rule: Rule;
  change: (rule: Rule) => void;
}

/** The parts of a rule that are changed most often: how fast, by when, and under which conditions. */
export function BenchFields({ rule, change }: Fields): ReactNode {
  const { t } = useTranslation();
  const kind = kindOf(rule.due);
  const date = 'date' in rule.due ? rule.due.date : 'item.at';
  return (
    <>
      <div className={classes.fields}>
        <NativeSelect
          label={t('rules.bench.urgency')}
          data={urgencies.map((value) => ({ value, label: t(`rules.urgencies.${value}`) }))}
          value={rule.urgency}
          onChange={({ currentTarget }) => change({ ...rule, urgency: currentTarget.value as UrgencyLetter })}
        />
        {kind !== 'sameDay' && (
          <TextInput
            label={t('rules.bench.count')}
            inputMode="numeric"
            value={String(countOf(rule.due))}
            onChange={({ currentTarget }) =>
              change({ ...rule, due: dueOf(kind, Number(currentTarget.value.replace(/\D/g, '')), date) })
            }
          />
        )}
        <NativeSelect
          label={t('rules.bench.due')}
          data={dueKinds.map((value) => ({ value, label: t(`rules.bench.dueKinds.${value}`) }))}
          value={kind}
          onChange={({ currentTarget }) =>
            change({ ...rule, due: dueOf(currentTarget.value as DueKind, countOf(rule.due), date) })
          }
        />
        {kind === 'before' && (
          <TextInput
            label={t('rules.bench.date')}
            value={date}
            onChange={({ currentTarget }) =>
              change({ ...rule, due: dueOf(kind, countOf(rule.due), currentTarget.value) })
            }
          />
        )}
      </div>
      <Conditions rule={rule} change={change} />
    </>
  );
}

function Conditions({ rule, change }: Fields): ReactNode {
  const { t } = useTranslation();
  const put = (at: number, next: Condition): void =>
    change({ ...rule, where: rule.where.map((one, index) => (index === at ? next : one)) });
  return (
    <fieldset className={classes.conditions}>
      <legend>{t('rules.bench.conditions')}</legend>
      {rule.where.map((condition, at) => (
        <div key={at} className={classes.fields}>
          <TextInput
            label={t('rules.bench.field')}
            value={condition.field}
            onChange={({ currentTarget }) => put(at, { ...condition, field: currentTarget.value })}
          />
          <NativeSelect
            label={t('rules.bench.operator')}
            data={operators.map((value) => ({ value, label: t(`rules.operators.${value}`) }))}
            value={condition.op}
            onChange={({ currentTarget: { value: op } }) =>
              put(
                at,
                needsValue(op)
                  ? { field: condition.field, op, value: valueOf(textOf(condition.value), op) ?? '' }
                  : { field: condition.field, op },
              )
            }
          />
          {needsValue(condition.op) && (
            <ValueInput
              key={condition.op}
              condition={condition}
              change={(value) => put(at, { ...condition, ...(value === undefined ? {} : { value }) })}
            />
          )}
          <Button
            variant="default"
            onClick={() => change({ ...rule, where: rule.where.filter((_, index) => index !== at) })}
          >
            {t('rules.bench.remove')}
          </Button>
        </div>
      ))}
      <Button
        variant="default"
        size="compact-sm"
        mb="sm"
        onClick={() => change({ ...rule, where: [...rule.where, { field: 'item.', op: 'eq', value: '' }] })}
      >
        {t('rules.bench.addCondition')}
      </Button>
    </fieldset>
  );
}

/** Keeps what is typed as it is typed: a comma at the end is the beginning of another value. */
function ValueInput({
  condition,
  change,
}: {
  condition: Condition;
  change: (value: Condition['value']) => void;
}): ReactNode {
  const { t } = useTranslation();
  return (
    <TextInput
      label={t('rules.bench.value')}
      placeholder={listed.has(condition.op) ? t('rules.bench.valueMore') : ''}
      defaultValue={textOf(condition.value)}
      onChange={({ currentTarget }) => change(valueOf(currentTarget.value, condition.op))}
    />
  );
}
