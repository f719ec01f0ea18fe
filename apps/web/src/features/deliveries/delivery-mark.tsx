import { IconAlertOctagon, IconCheck, IconClock, IconMinus, IconRefresh, IconSend } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeliveryState } from '#contracts';
import { Mark } from '../../ui/status.js';

const looks = {
  queued: { tone: 'info', icon: IconClock },
  sending: { tone: 'info', icon: IconSend },
  retrying: { tone: 'soon', icon: IconRefresh },
  delivered: { tone: 'ok', icon: IconCheck },
  failed: { tone: 'late', icon: IconAlertOctagon },
  cancelled: { tone: 'quiet', icon: IconMinus },
} as const satisfies Record<DeliveryState, object>;

/** How far a message has come. */
export function DeliveryMark({ state }: { state: DeliveryState }): ReactNode {
  const { t } = useTranslation();
  return <Mark {...looks[state]}>{t(`deliveries.states.${state}`)}</Mark>;
}

export const took = (ms: number | null | undefined): string =>
  ms === null || ms === undefined ? '' : ms < 1000 ? `${ms} ms` : `${(ms / 1000).toFixed(1)} s`;
