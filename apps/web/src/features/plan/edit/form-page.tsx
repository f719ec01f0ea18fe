import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlanDocumentInput } from '#contracts';
import { type FieldFault, PlanFormProvider } from '../form/plan-form.js';
import { type Difference, differencesOf } from '../model/differences.js';
import { sectionOf, sections } from '../model/sections.js';
import type { Fields } from '../model/values.js';
import { FaultSummary } from './fault-summary.js';
import { Outline } from './outline.js';
import { Section } from './section.js';
import classes from './editor.module.css';

export interface Editing {
  document: PlanDocumentInput;
  /** Null for a first plan. */
  base: PlanDocumentInput | null;
  faults: readonly FieldFault[];
  me: string;
  change: (document: PlanDocumentInput) => void;
}

export const useDifferences = (base: PlanDocumentInput | null, document: PlanDocumentInput): Difference[] =>
  useMemo(() => (base === null ? [] : differencesOf(base, document)), [base, document]);

/** Left the plan by clinical sections, right what stands beside it: what publishing means. */
export function FormPage({
  editing,
  differences,
  above,
  beside,
}: {
  editing: Editing;
  differences: readonly Difference[];
  above?: ReactNode;
  beside: ReactNode;
}): ReactNode {
  const { t } = useTranslation();
  const { document, base, faults, me, change } = editing;
  const changes = useMemo(() => {
    const counts = new Map<string, number>();
    for (const { path } of differences) counts.set(sectionOf(path), (counts.get(sectionOf(path)) ?? 0) + 1);
    return counts;
  }, [differences]);
  const form = {
    document: document as Fields,
    base: base as Fields | null,
    faults,
    differences,
    me,
    put: (given: Fields) => change(given as PlanDocumentInput),
  };
  return (
    <PlanFormProvider value={form}>
      <div className={classes.columns}>
        <Outline document={form.document} changes={changes} />
        <div className={classes.form}>
          <FaultSummary faults={faults} />
          {above}
          {sections.map((section) => (
            <Section key={section.id} section={section} changes={changes} />
          ))}
        </div>
        <aside id="consequences" className={`${classes.preview} card`} aria-label={t('plan.preview.region')}>
          {beside}
        </aside>
      </div>
    </PlanFormProvider>
  );
}
