import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './dialog.module.css';

/** A question on top of the page. The focus starts in its first field, or on its answer when there is none; it stays inside, and goes back where it came from. */
export function Dialog({
  title,
  close,
  size = 'lg',
  keepOpen = false,
  children,
}: {
  title: string;
  close: () => void;
  size?: 'md' | 'lg' | 'xl';
  /** A click beside it must not throw away what was typed. */
  keepOpen?: boolean;
  children: ReactNode;
}): ReactNode {
  const { t } = useTranslation();
  return (
    <Modal
      opened
      onClose={close}
      title={title}
      size={size}
      closeOnClickOutside={!keepOpen}
      closeButtonProps={{ 'aria-label': t('actions.close') }}
    >
      <div ref={startInFirstField} className={classes.content}>
        {children}
      </div>
    </Modal>
  );
}

const startInFirstField = (content: HTMLElement | null): void => {
  const first = content?.querySelector('input, select, textarea') ?? content?.querySelector('button[type=submit]');
  first?.setAttribute('data-autofocus', '');
};
