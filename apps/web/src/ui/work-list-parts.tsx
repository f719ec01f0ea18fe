import { memo, type CSSProperties, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { WorkColumn } from './work-list.js';
import classes from './work-list.module.css';

export function Head<Row>({
  columns,
  canSelect,
}: {
  columns: readonly WorkColumn<Row>[];
  canSelect: boolean;
}): ReactNode {
  const { t } = useTranslation();
  return (
    <div role="rowgroup" className={classes.head}>
      <div role="row" aria-rowindex={1} className={classes.row}>
        {canSelect && (
          <span role="columnheader">
            <span className="visually-hidden">{t('list.selected')}</span>
          </span>
        )}
        {columns.map(({ id, title, isTitleHidden = false }) => (
          <span role="columnheader" key={id}>
            <span className={isTitleHidden ? 'visually-hidden' : undefined}>{title}</span>
          </span>
        ))}
      </div>
    </div>
  );
}

/** Room for a row that is still to come. */
export const LaterRow = ({ at, height }: { at: number; height: number }): ReactNode => (
  <div role="presentation" className={classes.later} style={place(at, height)} />
);

interface OneRowProps<Row> {
  row: Row;
  index: number;
  at: number;
  height: number | undefined;
  measure: ((element: HTMLElement | null) => void) | undefined;
  columns: readonly WorkColumn<Row>[];
  canSelect: boolean;
  selectLabel: string;
  isSelected: boolean;
  isActive: boolean;
  tone?: string | undefined;
  revision: number;
  isGone: boolean;
}

const place = (at: number, height?: number): CSSProperties => ({
  transform: `translateY(${at}px)`,
  ...(height === undefined ? {} : { height }),
});

function PlainRow<Row extends { id: string }>(props: OneRowProps<Row>): ReactNode {
  const { row, index, at, height, measure, columns, canSelect, isSelected, isActive, tone, revision, isGone } = props;
  return (
    <div
      role="row"
      ref={measure}
      data-index={index}
      data-id={row.id}
      data-tone={tone}
      data-gone={isGone || undefined}
      data-changed={revision === 0 ? undefined : revision % 2 === 0 ? 'even' : 'odd'}
      aria-rowindex={index + 2}
      aria-selected={canSelect ? isSelected : undefined}
      tabIndex={isActive ? 0 : -1}
      className={classes.row}
      style={place(at, height)}
    >
      {canSelect && (
        <span role="gridcell" className={classes.check}>
          <label>
            <input type="checkbox" tabIndex={-1} checked={isSelected} readOnly aria-label={props.selectLabel} />
          </label>
        </span>
      )}
      {columns.map(({ id, cell }) => (
        <span role="gridcell" key={id} data-column={id}>
          {cell(row)}
        </span>
      ))}
    </div>
  );
}
export const OneRow = memo(PlainRow) as typeof PlainRow;
