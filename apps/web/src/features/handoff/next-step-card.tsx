import { Button, Group, Menu } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { HandoffSummary, ReferralDetail, ReferralEvent } from '#contracts';
import { Due } from '../../ui/status.js';
import type { Action, NextStep } from './derive-next-step.js';
import classes from './handoff-page.module.css';

export interface Choice {
  key: string;
  text: string;
  press: () => void;
}

/** The one thing to do now, and behind it everything else that is possible. */
export function NextStepCard({
  step,
  handoff,
  referral,
  busy,
  press,
  more,
}: {
  step: NextStep;
  handoff: Pick<HandoffSummary, 'dueAt' | 'issuedAt'>;
  referral: ReferralDetail | null;
  busy: boolean;
  press: (action: Action) => void;
  more: readonly Choice[];
}): ReactNode {
  const { t } = useTranslation();
  const { action } = step;
  return (
    <section className={`card ${classes.next}`} aria-labelledby="next">
      <h2 id="next">{t('handoff.next.title')}</h2>
      <p>
        {t(`handoff.next.${step.why}`, { why: referral?.note ?? '' })}{' '}
        <span className="soft">
          <DueOf {...{ step, handoff, referral }} />
        </span>
      </p>
      <Group gap="xs" className="no-print">
        {action && (
          <Button onClick={() => press(action)} loading={busy}>
            {labelOf(action, t)}
          </Button>
        )}
        {more.length > 0 && (
          <Menu position="bottom-start">
            <Menu.Target>
              <Button variant="default" rightSection={<IconChevronDown size={16} aria-hidden />}>
                {t('handoff.next.more')}
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              {more.map(({ key, text, press: choose }) => (
                <Menu.Item key={key} onClick={choose}>
                  {text}
                </Menu.Item>
              ))}
            </Menu.Dropdown>
          </Menu>
        )}
      </Group>
    </section>
  );
}

/** While the version waits for its acknowledgement, that is what is due; afterwards whatever the request's own clock says. */
const aboutVersion: readonly NextStep['why'][] = ['overdue', 'waits', 'undeliverable', 'unassigned', 'answer'];

function DueOf({
  step,
  handoff: { dueAt, issuedAt },
  referral,
}: {
  step: NextStep;
  handoff: Pick<HandoffSummary, 'dueAt' | 'issuedAt'>;
  referral: ReferralDetail | null;
}): ReactNode {
  if (aboutVersion.includes(step.why)) return <Due at={dueAt} issuedAt={issuedAt} />;
  if (!referral?.clock) return null;
  return <Due at={referral.clock.dueAt} issuedAt={referral.changedAt} timeZone={referral.clock.timeZone} />;
}

const labelOf = (action: Action, t: (key: string) => string): string =>
  action.kind === 'move' ? t(`handoff.event.${action.event}`) : t(`handoff.next.${action.kind}`);

/** Steps of the referral besides the next one, in the order in which they are looked for. */
export const eventsBehind = (allowed: readonly string[], step: NextStep): ReferralEvent[] =>
  (allowed as ReferralEvent[]).filter((event) => !(step.action?.kind === 'move' && step.action.event === event));
