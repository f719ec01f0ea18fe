import { Button, Menu } from '@mantine/core';
import { IconCheck, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Pathway, PathwayItem, Plan, PlanDocumentInput } from '#contracts';
import { get } from '../../../api/client.js';
import { Mark } from '../../../ui/status.js';
import { Asked } from '../../../ui/states.js';
import { roleName } from '../../../ui/words.js';
import { reveal } from '../form/reveal.js';
import { itemLayouts } from '../model/item-fields.js';
import { codeText, nameOf } from '../model/summaries.js';
import { type Choice, choicesOf, holdsTarget, isTaken, takeOver, targetChoice } from '../model/take-over.js';
import { type Fields, itemsOf, pathOf, withValue } from '../model/values.js';
import classes from './pathway-help.module.css';

interface Help {
  document: Fields;
  diagnosis: Fields;
  change: (document: Fields) => void;
}

/** What usually helps with the diagnoses of this draft, rung by rung: it suggests, and adds only what somebody takes over. */
export function PathwayHelp({
  document,
  team,
  change,
}: {
  document: PlanDocumentInput;
  team: readonly Pick<Plan['team'][number], 'role'>[];
  change: (document: PlanDocumentInput) => void;
}): ReactNode {
  const { t } = useTranslation();
  const [isOpen, open] = useState(false);
  const pathways = useQuery({
    queryKey: ['pathways'],
    queryFn: ({ signal }) => get<{ items: Pathway[] }>('/api/pathways', signal),
    enabled: isOpen,
    staleTime: Infinity,
  });
  const fields = document as Fields;
  const live = itemsOf(fields['diagnoses']).filter(({ status }) => status === 'suspected' || status === 'confirmed');
  const help = { document: fields, change: (given: Fields) => change(given as PlanDocumentInput) };
  return (
    <details className="card" open={isOpen} onToggle={({ currentTarget }) => open(currentTarget.open)}>
      <summary className={classes.summary}>
        <strong>{t('plan.pathway.title')}</strong>{' '}
        <span className="soft">{live.map((one) => nameOf('diagnoses', one, t)).join(', ')}</span>
      </summary>
      {isOpen && (
        <>
          <p className="soft">{t('plan.pathway.help')}</p>
          <Asked query={pathways}>
            {({ items }) => {
              const followed = live.flatMap((diagnosis) => {
                const pathway = items.find(({ group }) => group === diagnosis['group']);
                return pathway ? [{ diagnosis, pathway }] : [];
              });
              if (followed.length === 0) return <p>{t('plan.pathway.none')}</p>;
              return followed.map(({ diagnosis, pathway }) => (
                <Ladder key={String(diagnosis['id'])} pathway={pathway} team={team} {...help} diagnosis={diagnosis} />
              ));
            }}
          </Asked>
        </>
      )}
    </details>
  );
}

function Ladder({ pathway, team, ...help }: Help & { pathway: Pathway; team: readonly { role: string }[] }): ReactNode {
  const { t } = useTranslation();
  const { document } = help;
  const stage = (document['stage'] as Fields | undefined)?.['value'];
  const targets = pathway.targets.filter((target) => !holdsTarget(document, target));
  return (
    <section aria-label={pathway.name}>
      <h3>{pathway.name}</h3>
      <p>
        <b>{t('plan.pathway.course')}</b> {pathway.expectedCourse} <b>{t('plan.pathway.escalate')}</b>{' '}
        {pathway.escalateWhen.join(' ')}
      </p>
      <ol className={classes.ladder}>
        {pathway.stages.map((rung, at) => (
          <li key={at} data-here={rung.stage === stage || undefined}>
            <h4>
              {codeText(t, rung.stage)}{' '}
              {rung.stage === stage && <span className={classes.here}>{t('plan.pathway.here')}</span>}{' '}
              {rung.optional && <span className="soft">{t('plan.pathway.optional')}</span>}{' '}
              {rung.stage !== stage && (
                <Button
                  variant="subtle"
                  size="compact-xs"
                  onClick={() => help.change(withValue(document, ['stage', 'value'], rung.stage) as Fields)}
                >
                  {t('plan.pathway.setStage')}
                </Button>
              )}
            </h4>
            <ul>
              {rung.items.map((item) => (
                <Suggestion key={item.text} item={item} {...help} />
              ))}
            </ul>
            <p className="soft">
              {t('plan.pathway.next')} {rung.nextOptions.join('; ')}
            </p>
          </li>
        ))}
      </ol>
      {targets.length > 0 && <h4>{t('plan.pathway.targets')}</h4>}
      <ul className={classes.plain}>
        {targets.map((target) => (
          <li key={target.kind + target.measure}>
            {codeText(t, target.kind)}: {codeText(t, target.measure)} <Take choice={targetChoice(target)} {...help} />
          </li>
        ))}
      </ul>
      {pathway.notIndicated.length > 0 && (
        <p>
          <b>{t('plan.pathway.notIndicated')}</b> {pathway.notIndicated.map(({ why }) => why).join('; ')}
        </p>
      )}
      <p>
        <b>{t('plan.pathway.team')}</b>{' '}
        {pathway.roles
          .map((role) =>
            t(team.some((one) => one.role === role) ? 'plan.pathway.onTeam' : 'plan.pathway.offTeam', {
              role: roleName(role),
            }),
          )
          .join(', ')}
      </p>
    </section>
  );
}

function Suggestion({ item, ...help }: Help & { item: PathwayItem }): ReactNode {
  const { t } = useTranslation();
  const choices = choicesOf(item);
  const [only] = choices;
  return (
    <li>
      {item.text}{' '}
      {isTaken(help.document, item) ? (
        <Mark tone="ok" icon={IconCheck}>
          {t('plan.pathway.inPlan')}
        </Mark>
      ) : choices.length === 1 && only ? (
        <Take choice={only} {...help} />
      ) : (
        choices.length > 1 && <TakeOne choices={choices} text={item.text} {...help} />
      )}
    </li>
  );
}

const take = (choice: Choice, { document, diagnosis, change }: Help): void => {
  const { start } = itemLayouts[choice.list];
  const taken = takeOver(document, choice, { start, diagnosisId: diagnosis['id'] });
  change(taken.document);
  void reveal(pathOf([...taken.path, itemLayouts[choice.list].main[0] ?? '']));
};

function Take({ choice, ...help }: Help & { choice: Choice }): ReactNode {
  const { t } = useTranslation();
  return (
    <Button
      variant="default"
      size="compact-xs"
      leftSection={<IconPlus size={14} aria-hidden />}
      aria-label={t('plan.pathway.takeOverName', { text: codeText(t, choice.code) })}
      onClick={() => take(choice, help)}
    >
      {t('plan.pathway.takeOver')}
    </Button>
  );
}

function TakeOne({ choices, text, ...help }: Help & { choices: readonly Choice[]; text: string }): ReactNode {
  const { t } = useTranslation();
  return (
    <Menu position="bottom-start" withinPortal={false}>
      <Menu.Target>
        <Button
          variant="default"
          size="compact-xs"
          leftSection={<IconPlus size={14} aria-hidden />}
          aria-label={t('plan.pathway.takeOverName', { text })}
        >
          {t('plan.pathway.takeOver')} …
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {choices.map((choice) => (
          <Menu.Item key={choice.code} onClick={() => take(choice, help)}>
            {codeText(t, choice.code)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
