import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { FieldFault } from '../form/plan-form.js';
import { reveal } from '../form/reveal.js';
import { sectionOf } from '../model/sections.js';
import { partsOf } from '../model/values.js';

/** What the server will not have, in one place, each leading to its field. */
export function FaultSummary({ faults }: { faults: readonly FieldFault[] }): ReactNode {
  const { t } = useTranslation();
  if (faults.length === 0) return null;
  return (
    <div className="card" role="alert" data-testid="faults">
      <h2>{t('plan.faults.title', { count: faults.length })}</h2>
      <ul>
        {faults.map(({ path, message, overridable }) => (
          <li key={path + message}>
            <a
              href={`#field-${path}`}
              onClick={(event) => {
                event.preventDefault();
                void reveal(overridable ? path.replace(/\.[^.]+$/, '.override') : path);
              }}
            >
              {t(`plan.sections.${sectionOf(partsOf(path))}`)}: {message}
            </a>
            {overridable && <span className="soft"> {t('plan.faults.overridable')}</span>}
          </li>
        ))}
      </ul>
    </div>
  );
}
