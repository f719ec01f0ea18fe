import { ActionIcon, Button } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { newItem, schemaAt } from '../model/schema.js';
import { itemsOf, type Path } from '../model/values.js';
import { labelOf } from './choices.js';
import { Control } from './controls.js';
import classes from './form.module.css';
import { anchorOf, documentSchema, useField } from './plan-form.js';

/** Small things without an identity, such as the steps of a titration: a table, a row each. */
export function Rows({ name, path }: { name: string; path: Path }): ReactNode {
  const { t } = useTranslation();
  const { value, set, fault } = useField(path);
  const rows = itemsOf(value);
  const schema = schemaAt(documentSchema, path).items ?? {};
  const columns = Object.keys(schema.properties ?? {});
  const label = labelOf(t, name);
  return (
    <div role="group" aria-label={label}>
      <p className={classes.label}>{label}</p>
      {fault && <p className={classes.fault}>{fault.message}</p>}
      {rows.length > 0 && (
        <table className={classes.rows}>
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column} scope="col">
                  {labelOf(t, column)}
                </th>
              ))}
              <th>
                <span className="visually-hidden">{t('plan.form.takeOut')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((_, at) => (
              <tr key={at}>
                {columns.map((column) => (
                  <td key={column} id={anchorOf([...path, at, column])} data-label={labelOf(t, column)}>
                    <Control
                      name={column}
                      path={[...path, at, column]}
                      isRequired={schema.required?.includes(column) ?? false}
                      cellLabel={t('plan.form.cell', { column: labelOf(t, column), label, row: at + 1 })}
                    />
                  </td>
                ))}
                <td>
                  <ActionIcon
                    variant="subtle"
                    aria-label={t('plan.form.takeOutRow', { label, row: at + 1 })}
                    onClick={() => set(rows.filter((_row, index) => index !== at))}
                  >
                    <IconX size={16} aria-hidden />
                  </ActionIcon>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <Button
        variant="subtle"
        size="compact-sm"
        leftSection={<IconPlus size={14} aria-hidden />}
        aria-label={t('plan.form.addRowTo', { label: label.toLowerCase() })}
        onClick={() => set([...rows, newItem(schema)])}
      >
        {t('plan.form.addRow')}
      </Button>
    </div>
  );
}
