import { Button, Group, Kbd } from '@mantine/core';
import { useNavigate, useRouterState } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { LinkButton } from '../../ui/link-button.js';
import { type AnyHandoff, isOfClinic } from './use-handoff.js';
import { usePageKeys } from './use-page-keys.js';

/** To the handoff before and after in the list that this one was opened from, and to the rest of the patient. */
export function Walk({ handoff }: { handoff: AnyHandoff }): ReactNode {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const ids = useRouterState({ select: ({ location }) => location.state.handoffIds });
  const at = ids?.indexOf(handoff.id) ?? -1;
  const to = (step: number): (() => void) | null => {
    const handoffId = at === -1 ? undefined : ids?.[at + step];
    return handoffId === undefined
      ? null
      : () =>
          void navigate({
            to: '/handoffs/$handoffId',
            params: { handoffId },
            state: { handoffIds: ids ?? [] },
            replace: true,
          });
  };
  const previous = to(-1);
  const following = to(1);
  usePageKeys({ '[': previous, ']': following });
  return (
    <Group gap="xs" mb="sm" className="no-print">
      {at !== -1 && (
        <>
          <Button
            variant="default"
            size="compact-sm"
            disabled={!previous}
            onClick={() => previous?.()}
            rightSection={
              <Kbd size="xs" aria-hidden>
                [
              </Kbd>
            }
          >
            {t('handoff.head.previous')}
          </Button>
          <Button
            variant="default"
            size="compact-sm"
            disabled={!following}
            onClick={() => following?.()}
            rightSection={
              <Kbd size="xs" aria-hidden>
                ]
              </Kbd>
            }
          >
            {t('handoff.head.following')}
          </Button>
        </>
      )}
      {isOfClinic(handoff) && (
        <>
          <LinkButton
            variant="default"
            size="compact-sm"
            to="/patients/$patientId"
            params={{ patientId: handoff.patientId }}
          >
            {t('handoff.head.plan')}
          </LinkButton>
          <LinkButton
            variant="default"
            size="compact-sm"
            to="/plans/$planId/diff"
            params={{ planId: handoff.planId }}
            search={{ from: handoff.fromVersion, to: handoff.throughVersion, role: handoff.role }}
          >
            {t('handoff.head.changed')}
          </LinkButton>
        </>
      )}
      <Button variant="default" size="compact-sm" onClick={() => window.print()}>
        {t('inbox.print')}
      </Button>
    </Group>
  );
}
