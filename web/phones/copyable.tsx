import './copyable.css';
import { ActionIcon, CopyButton, Tooltip } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useWords } from './words.ts';

/** Labelled values to be typed elsewhere. */
export function Copyables({ children }: { children: ReactNode }) {
  return <dl className="copyables">{children}</dl>;
}

type CopyableProps = { label: string; value: string; shown?: string };

export function Copyable({ label, ...value }: CopyableProps) {
  return (
    <div className="copyable">
      <dt>{label}</dt>
      <dd>
        <CopyableValue label={label} {...value} />
      </dd>
    </div>
  );
}

/** One value with a copy button. */
export function CopyableValue({ label, value, shown = value }: CopyableProps) {
  const { t } = useWords();
  return (
    <span className="copyable-value">
      {shown}
      <CopyButton value={value}>
        {({ copied, copy }) => (
          <Tooltip label={t('tour.copied')} opened={copied} withArrow>
            <ActionIcon
              variant="subtle"
              color={copied ? 'teal' : 'gray'}
              size="sm"
              onClick={copy}
              aria-label={`${t('tour.copy', { label })}: ${shown}`}
            >
              {copied ? <IconCheck size={14} aria-hidden /> : <IconCopy size={14} aria-hidden />}
            </ActionIcon>
          </Tooltip>
        )}
      </CopyButton>
    </span>
  );
}
