import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlanSlice } from '#contracts';
import { sentence } from '../../ui/words.js';
import { type Facts, inOrder, isDeep, isEmpty, isRecord, label, lineOf } from './slice-words.js';
import classes from './slice-view.module.css';

/** What stands in the banner already. */
const shownElsewhere = new Set(['identity']);

/** The part of the plan that a partner may see, field by field as the clinic chose it. */
export function SliceView({ slice, timeZone }: { slice: PlanSlice; timeZone: string }): ReactNode {
  const { t } = useTranslation();
  const parts = Object.entries(slice).filter(([name, part]) => !shownElsewhere.has(name) && hasMore(part));
  if (parts.length === 0) return <p className="soft">{t('handoff.slice.nothing')}</p>;
  return parts.map(([name, part]) => (
    <section key={name} className={classes.part}>
      <h3>{sentence(label(name))}</h3>
      <Block value={part} timeZone={timeZone} />
    </section>
  ));
}

const hasMore = (part: Facts): boolean => Object.values(part).some((field) => !isEmpty(field));

function Block({ value, timeZone }: { value: unknown; timeZone: string }): ReactNode {
  if (Array.isArray(value)) {
    const items = value.filter((one) => !isEmpty(one));
    if (items.every((one) => !isRecord(one))) return sentence(lineOf(items, timeZone));
    return (
      <ul className={classes.list}>
        {items.map((one, at) => (
          <li key={at}>{isDeep(one) ? <Block value={one} timeZone={timeZone} /> : sentence(lineOf(one, timeZone))}</li>
        ))}
      </ul>
    );
  }
  if (!isRecord(value)) return sentence(lineOf(value, timeZone));
  return (
    <dl className={classes.facts}>
      {inOrder(value).map(([name, field]) => (
        <div key={name}>
          <dt>{sentence(label(name))}</dt>
          <dd>{isRecord(field) ? sentence(lineOf(field, timeZone)) : <Block value={field} timeZone={timeZone} />}</dd>
        </div>
      ))}
    </dl>
  );
}
