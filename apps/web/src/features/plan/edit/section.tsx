import { IconPencil } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Mark } from '../../../ui/status.js';
import { FieldsAt, ItemsAt } from '../form/field.js';
import { usePlanForm } from '../form/plan-form.js';
import type { Differences } from './outline.js';
import { type Part, type Section as Layout } from '../model/sections.js';
import classes from './editor.module.css';

/** One clinical section of the plan. */
export function Section({ section, changes }: { section: Layout; changes: Differences }): ReactNode {
  const { t } = useTranslation();
  const count = changes.get(section.id) ?? 0;
  return (
    <section id={section.id} className={`card ${classes.section}`} aria-labelledby={`title-${section.id}`}>
      <h2 id={`title-${section.id}`}>
        {t(`plan.sections.${section.id}`)}{' '}
        {count > 0 && (
          <small>
            <Mark tone="info" icon={IconPencil}>
              {t('plan.editor.sectionChanged', { count })}
            </Mark>
          </small>
        )}
      </h2>
      {section.parts.map((part) => (
        <PartOf key={part.at.join('.') + part.kind + titleOf(part)} part={part} isOnly={section.parts.length === 1} />
      ))}
    </section>
  );
}

const titleOf = (part: Part): string => (part.kind === 'fields' ? (part.title ?? '') : part.list);

function PartOf({ part, isOnly }: { part: Part; isOnly: boolean }): ReactNode {
  const { t } = useTranslation();
  const { base } = usePlanForm();
  if (part.kind === 'list')
    return (
      <>
        {!isOnly && <h3>{t(`plan.lists.${part.list}.title`)}</h3>}
        <ItemsAt path={part.at} list={part.list} />
      </>
    );
  return (
    <div className={classes.part} data-new={base === null || undefined}>
      {part.title && <h3>{t(`plan.parts.${part.title}`)}</h3>}
      <FieldsAt path={part.at} names={part.names} />
    </div>
  );
}
