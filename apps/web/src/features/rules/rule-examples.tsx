import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { roleName } from '../../ui/words.js';
import type { Rule } from './rule.js';
import classes from './rules.module.css';

/** The cases by which a rule proves itself: each is played as a test. */
export function RuleExamples({ examples }: Pick<Rule, 'examples'>): ReactNode {
  const { t } = useTranslation();
  return (
    <section className="card" aria-labelledby="examples">
      <h2 id="examples">{t('rules.page.examples')}</h2>
      {examples.map((example, at) => (
        <details key={at} className={classes.example}>
          <summary>
            {at + 1}. {t(`rules.page.${example.expect}`)}
            {example.as && `, ${roleName(example.as)}`}
            {example.reason && <span className="soft"> “{example.reason}”</span>}
          </summary>
          <div className={classes.sides}>
            {example.facts ? (
              <Side name={t('rules.page.facts')} content={example.facts} />
            ) : (
              <>
                <Side name={t('rules.page.before')} content={example.before} />
                <Side name={t('rules.page.after')} content={example.after} />
              </>
            )}
          </div>
        </details>
      ))}
    </section>
  );
}

function Side({ name, content }: { name: string; content: object }): ReactNode {
  return (
    <div>
      <h3>{name}</h3>
      <pre className={classes.code}>{JSON.stringify(content, null, 2)}</pre>
    </div>
  );
}
