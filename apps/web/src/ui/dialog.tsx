import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** A question on top of the page. The focus starts in its first field, stays inside, and goes back where it came from. */
export function Dialog({
  title,
  close,
  children,
}: {
  title: string;
  close: () => void;
  children: ReactNode;
}): ReactNode {
  const { t } = useTranslation();
  return (
    <Modal opened onClose={close} title={title} size="lg" closeButtonProps={{ 'aria-label': t('actions.close') }}>
      <div ref={startInFirstField}>{children}</div>
    </Modal>
  );
}

const startInFirstField = (content: HTMLElement | null): void =>
  content?.querySelector('input, select, textarea')?.setAttribute('data-autofocus', '');
