import { ActionIcon, Button, Menu } from '@mantine/core';
import { IconDots, IconUserCheck } from '@tabler/icons-react';
import { useNavigate, useRouter } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { AppLink } from '../../ui/app-link.js';
import { useNow } from '../../ui/clock.js';
import { fromNow, moment } from '../../ui/moments.js';
import { Due, Mark, UrgencyMark } from '../../ui/status.js';
import type { Asking } from './needs-list.js';
import { type Need, primaryOf } from './needs.js';
import classes from './panel.module.css';

/** One need: whose, why now, since when, and what is suggested. */
export function NeedRow({
  need,
  isActive,
  activate,
  begin,
  ask,
}: {
  need: Need;
  isActive: boolean;
  activate: () => void;
  begin: () => void;
  ask: (asking: Asking) => void;
}): ReactNode {
  const { t } = useTranslation('translation', { keyPrefix: 'panel' });
  const now = useNow();
  const { item, handoff, patient } = need;
  const urgency = item?.ask.urgency ?? handoff?.urgency ?? 'routine';
  return (
    <li
      className={classes.need}
      data-need={need.id}
      data-group={need.group}
      tabIndex={isActive ? 0 : -1}
      onFocus={activate}
      aria-labelledby={`need-${need.id}`}
    >
      <div className={classes.what} id={`need-${need.id}`}>
        <div>
          <strong>
            <AppLink href={`/patients/${need.patientId}`} tabIndex={isActive ? 0 : -1}>
              {patient?.name ?? '…'}
            </AppLink>
          </strong>{' '}
          <span className="soft">{patient?.recordNumber}</span>{' '}
          {urgency !== 'routine' && <UrgencyMark urgency={urgency} />}
        </div>
        <div>
          {need.reason} {need.suggestion && <span className="soft">{need.suggestion}</span>}
        </div>
        {item?.taken && (
          <Mark tone="info" icon={IconUserCheck}>
            {t('takenBy', { by: item.taken.by })}
          </Mark>
        )}
        {item !== null && item.alarms > 0 && <span className="soft"> {t('alarms', { count: item.alarms })}</span>}
      </div>
      <div className={classes.when}>
        <span className="soft" title={moment(need.openedAt)}>
          {t('since', { at: moment(need.openedAt) })} ({fromNow(need.openedAt, now)})
        </span>
        <span>
          {t('due')} <Due at={need.dueAt} issuedAt={need.openedAt} />
        </span>
      </div>
      <Acts need={need} isActive={isActive} begin={begin} ask={ask} />
    </li>
  );
}

function Acts({
  need,
  isActive,
  begin,
  ask,
}: {
  need: Need;
  isActive: boolean;
  begin: () => void;
  ask: (asking: Asking) => void;
}): ReactNode {
  const { t } = useTranslation('translation', { keyPrefix: 'panel.acts' });
  const tabIndex = isActive ? 0 : -1;
  const allowed = need.item?.allowed ?? [];
  const primary = primaryOf(need);
  return (
    <div className={classes.acts}>
      <Button size="compact-sm" tabIndex={tabIndex} onClick={begin}>
        {t(primary, { partner: need.partner })}
      </Button>
      {allowed.includes('delegate') && (
        <Button size="compact-sm" variant="default" tabIndex={tabIndex} onClick={() => ask({ kind: 'delegate', need })}>
          {t('delegate')}
        </Button>
      )}
      {allowed.includes('postpone') && (
        <Button size="compact-sm" variant="default" tabIndex={tabIndex} onClick={() => ask({ kind: 'later', need })}>
          {t('later')}
        </Button>
      )}
      <More need={need} tabIndex={tabIndex} />
    </div>
  );
}

function More({ need, tabIndex }: { need: Need; tabIndex: number }): ReactNode {
  const { t } = useTranslation('translation', { keyPrefix: 'panel.acts' });
  const navigate = useNavigate();
  const { history } = useRouter();
  const handoffId = need.handoff?.id ?? (isAboutHandoff(need) ? need.item?.ask.itemId : null);
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <ActionIcon variant="subtle" tabIndex={tabIndex} aria-label={t('more', { patient: need.patient?.name ?? '' })}>
          <IconDots size={18} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => history.push(`/patients/${need.patientId}`)}>{t('patient')}</Menu.Item>
        {need.planId !== need.patientId && (
          <Menu.Item onClick={() => void navigate({ to: '/plans/$planId/edit', params: { planId: need.planId } })}>
            {t('plan')}
          </Menu.Item>
        )}
        {handoffId && <Menu.Item onClick={() => history.push(`/handoffs/${handoffId}`)}>{t('handoff')}</Menu.Item>}
      </Menu.Dropdown>
    </Menu>
  );
}

const isAboutHandoff = ({ item }: Need): boolean => item?.ask.ruleId === 'PH-14' || item?.ask.ruleId === 'PH-15';
