import { IconCheck, IconEye, IconMinus, IconPencil } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Mark } from '../../ui/status.js';
import type { Rule } from './rule.js';

const looks = {
  draft: { tone: 'soon', icon: IconPencil },
  reviewed: { tone: 'info', icon: IconEye },
  active: { tone: 'ok', icon: IconCheck },
  retired: { tone: 'quiet', icon: IconMinus },
} as const;

/** Whether a clinician has looked at it. */
export function RuleStatusMark({ status }: Pick<Rule, 'status'>): ReactNode {
  const { t } = useTranslation();
  return <Mark {...looks[status]}>{t(`rules.statuses.${status}`)}</Mark>;
}
