import { Menu } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { HandoffSummary } from '#contracts';
import type { DialogKind } from './act-dialogs.js';

interface Props {
  /** Where the menu opens. */
  at: DOMRect;
  row: HandoffSummary;
  close: () => void;
  open: () => void;
  toPatient: () => void;
  ask: (kind: DialogKind) => void;
  unblock: () => void;
}

/** One menu for all rows: what the keys do, for those who point. */
export function RowMenu({ at, row, close, open, toPatient, ask, unblock }: Props): ReactNode {
  const { t } = useTranslation();
  const item = (kind: DialogKind, key?: string): ReactNode => (
    <Menu.Item onClick={() => ask(kind)} rightSection={key ? <kbd>{key}</kbd> : undefined}>
      {t(`board.acts.${kind}`)}
    </Menu.Item>
  );
  return (
    <Menu opened onChange={(isOpen) => !isOpen && close()} position="bottom-end" trapFocus returnFocus>
      <Menu.Target>
        <span
          style={{ position: 'fixed', left: at.left, top: at.top, width: at.width, height: at.height, zIndex: -1 }}
        />
      </Menu.Target>
      <Menu.Dropdown aria-label={row.patient.name}>
        <Menu.Item onClick={open} rightSection={<kbd>Enter</kbd>}>
          {t('board.acts.open')}
        </Menu.Item>
        <Menu.Item onClick={toPatient}>{t('board.acts.patient')}</Menu.Item>
        <Menu.Divider />
        {item('owner', 'a')}
        {item('later', 'h')}
        {row.status === 'open' && item('remind')}
        {item('block', 'b')}
        {row.blocker && !row.blocker.byNews && <Menu.Item onClick={unblock}>{t('board.acts.unblock')}</Menu.Item>}
        {item('label')}
      </Menu.Dropdown>
    </Menu>
  );
}
