import { ActionIcon, CopyButton, Tooltip } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useWords } from './words.ts';

/** Values to type elsewhere, each with what it is. */
export function Copyables({ children }: { children: ReactNode }) {
  return <dl className="copyables">{children}</dl>;
}

/** One value: shown as it is typed and copied with one press. */
export function Copyable({ label, value, shown = value }: { label: string; value: string; shown?: string }) {
  const { t } = useWords();
  return (
    <div className="copyable">
      <dt>{label}</dt>
      <dd>
        <span className="copyable-value">{shown}</span>
        <CopyButton value={value}>
          {({ copied, copy }) => (
            <Tooltip label={t('tour.copied')} opened={copied} withArrow>
              <ActionIcon
                variant="subtle"
                color={copied ? 'teal' : 'gray'}
                size="md"
                onClick={copy}
                aria-label={`${t('tour.copy', { label })}: ${shown}`}
              >
                {copied ? <IconCheck size={16} aria-hidden /> : <IconCopy size={16} aria-hidden />}
              </ActionIcon>
            </Tooltip>
          )}
        </CopyButton>
      </dd>
    </div>
  );
}
