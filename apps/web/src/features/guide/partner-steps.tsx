import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Page, HandoffSummary } from '#contracts';
import { get } from '../../api/client.js';
import { keys } from '../../api/keys.js';
import { Steps } from './steps.js';

const filter = { status: 'open', limit: 1 };

/** The other end: read what changed for this clinic, say that it works from it. */
export function PartnerSteps(): ReactNode {
  const { t } = useTranslation();
  const { data: open } = useQuery({
    queryKey: keys.handoffs(filter),
    queryFn: ({ signal }) => get<Page<HandoffSummary>>('/api/handoffs?status=open&limit=1', signal),
  });
  const isAnswered = open?.items.length === 0;
  return (
    <Steps
      steps={[
        { text: t('guide.partner.read'), isDone: isAnswered },
        { text: t('guide.partner.acknowledge'), isDone: isAnswered },
        { text: t('guide.partner.back'), isDone: false },
      ]}
    />
  );
}
