import { getRouteApi, Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../app/session.js';
import list from '../../ui/list.module.css';
import { day } from '../../ui/moments.js';
import { Asked, Empty } from '../../ui/states.js';
import { inWords } from '../../ui/words.js';
import { Bench } from './bench.js';
import type { Rule } from './rule.js';
import { RuleStatusMark } from './rule-marks.js';
import { conditionText, dueText, roleText, whenText } from './rule-words.js';
import { RuleExamples } from './rule-examples.js';
import { useRules } from './use-rules.js';

const route = getRouteApi('/rules/$ruleId');

/** One rule: what it says, its examples, where it is changed, and what a changed one would have sent. */
export function RulePage(): ReactNode {
  const { t } = useTranslation();
  const { ruleId } = route.useParams();
  const rules = useRules();
  return (
    <>
      <p>
        <Link to="/rules">← {t('rules.page.back')}</Link>
      </p>
      <Asked query={rules}>
        {({ rules: all, version }) => {
          const rule = all.find(({ id }) => id === ruleId);
          if (!rule) return <Empty title={t('rules.page.unknown')} />;
          return (
            <>
              <Facts rule={rule} version={version} />
              <TryOut key={rule.id} rule={rule} />
              <RuleExamples examples={rule.examples} />
              <section className="card" aria-labelledby="origin">
                <h2 id="origin">{t('rules.origin.title')}</h2>
                <p>{t('rules.origin.where')}</p>
                <p>{t('rules.origin.review')}</p>
                <p>{t('rules.origin.notHere')}</p>
              </section>
            </>
          );
        }}
      </Asked>
    </>
  );
}

function TryOut({ rule }: { rule: Rule }): ReactNode {
  const { t } = useTranslation();
  const { data: me } = useMe();
  return (
    <section className="card" aria-labelledby="bench">
      <h2 id="bench">{t('rules.bench.title')}</h2>
      {me?.role === 'coordinator' ? <p>{t('rules.bench.notYours')}</p> : <Bench rule={rule} />}
    </section>
  );
}

function Facts({ rule, version }: { rule: Rule; version: string }): ReactNode {
  const { t } = useTranslation();
  const facts = factsOf(rule, t);
  const { reviewedBy, reviewedAt, status } = rule;
  return (
    <>
      <div className={list.head}>
        <h1>
          {rule.id}: {whenText(rule)}
        </h1>
        <span className="soft">{t('rules.version', { version })}</span>
      </div>
      <p>
        <RuleStatusMark status={status} />{' '}
        <span className="soft">
          {t(`rules.statusMore.${status}`, { by: reviewedBy ?? '', on: reviewedAt ? day(reviewedAt) : '' })}
        </span>
      </p>
      <dl className={`${list.facts} card`}>
        {facts.map(([name, ...said]) => (
          <div key={name} style={{ display: 'contents' }}>
            <dt>{name}</dt>
            <dd>
              {said.map((one) => (
                <div key={one}>{one}</div>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}

type Translate = Parameters<typeof roleText>[0];

function factsOf(rule: Rule, t: Translate): [name: string, ...said: string[]][] {
  const { where, unless, relevance, ask, dueWhen, slice, covers, source, toCite } = rule;
  const conditions = (all: Rule['where']): string[] => all.map((one) => conditionText(t, one));
  const facts: [string, ...(string | undefined)[]][] = [
    [t('rules.role'), roleText(t, rule.role)],
    [t('rules.page.when'), whenText(rule)],
    [t('rules.page.and'), ...conditions(where)],
    [t('rules.page.unless'), ...conditions(unless)],
    [t('rules.page.only'), relevance && onlyText(relevance, t)],
    [t('rules.page.judged'), t(`rules.bases.${rule.basis}`)],
    [t('rules.page.because'), rule.reason],
    [t('rules.page.asks'), `${inWords(ask.code)}: ${ask.text}`],
    [t('rules.page.doBy'), ask.doBy && dueText(t, ask.doBy)],
    [t('rules.page.due'), `${dueText(t, rule.due)}, ${t(`rules.urgencies.${rule.urgency}`).toLowerCase()}`],
    [
      t('rules.page.but'),
      ...dueWhen.map(({ where: when, due, urgency }) =>
        t('rules.page.butWhen', {
          due: dueText(t, due),
          urgency: t(`rules.urgencies.${urgency}`).toLowerCase(),
          conditions: conditions(when).join(', '),
        }),
      ),
    ],
    [t('rules.page.sees'), slice.map(inWords).join(', ') || t('rules.page.seesAll')],
    [
      t('rules.page.vacant'),
      slice.length > 0 && rule.basis === 'net' ? t(`rules.vacant.${rule.ifNoMember}`) : undefined,
    ],
    [t('rules.page.covers'), covers.join(', ') || undefined],
    [t('rules.page.source'), source.join(', '), toCite && t('rules.page.toCite', { what: toCite })],
  ];
  return facts
    .map(([name, ...said]) => [name, ...said.filter((one) => one !== undefined && one !== '')] as [string, ...string[]])
    .filter(([, ...said]) => said.length > 0);
}

const onlyText = ({ within, of }: NonNullable<Rule['relevance']>, t: Translate): string =>
  within === 'PT0S' ? t('rules.page.onlyDay', { of }) : t('rules.page.onlyWithin', { days: within.slice(1, -1), of });
