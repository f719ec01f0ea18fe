import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { sections } from '../model/sections.js';
import { type Fields, itemsOf, valueAt } from '../model/values.js';
import classes from './editor.module.css';

/** How much differs in each section. */
export type Differences = ReadonlyMap<string, number>;

/** The plan at a glance: every section with how much is in it and what changed; a click jumps. */
export function Outline({ document, changes }: { document: Fields; changes: Differences }): ReactNode {
  const { t } = useTranslation();
  return (
    <nav className={classes.outline} aria-label={t('plan.editor.outline')}>
      <ul>
        {sections.map(({ id, parts }) => {
          const lists = parts.filter((part) => part.kind === 'list');
          const items = lists.reduce((sum, { at }) => sum + itemsOf(valueAt(document, at)).length, 0);
          const count = changes.get(id) ?? 0;
          return (
            <li key={id} data-changed={count > 0 || undefined}>
              <a href={`#${id}`}>{t(`plan.sections.${id}`)}</a>{' '}
              {lists.length > 0 && <span className="soft numbers">{items === 0 ? '–' : items}</span>}
              {count > 0 && <span className={classes.changed}>{t('plan.editor.sectionChanged', { count })}</span>}
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
