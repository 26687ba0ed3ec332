import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { useCommonWords } from './words.tsx';

/** A question or form in front of the page; Escape and a labelled button close it. */
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
