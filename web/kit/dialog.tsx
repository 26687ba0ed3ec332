import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { useCommonWords } from './words.tsx';

/** A question or a form in front of the page, which can be left by Escape and by a button that says so. */
export function Dialog({
  opened,
  onClose,
  title,
  children,
}: {
  opened: boolean;
  onClose: () => void;
  title: string;
  children: ReactNode;
}) {
  const { t } = useCommonWords();
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={title}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      {children}
    </Modal>
  );
}
