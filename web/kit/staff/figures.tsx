import { Card, Center, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useStaffWords } from './words.ts';

export type Sum = { amount_minor: number; currency: string };

/** An amount, formatted for the reader's language. */
export function Amount({ of }: { of: Sum }) {
  const { money } = useStaffWords();
  return <span className="amount">{money(of)}</span>;
}

/** A figure with its label; `tone` marks one that needs attention. */
export function Figure({
  label,
  value,
  hint,
  tone,
}: {
  label: string;
  value: ReactNode;
  hint?: ReactNode;
  tone?: 'red' | 'orange' | undefined;
}) {
  return (
    <Card withBorder padding="md" component="section" aria-label={label} h="100%">
      <Text size="sm" c="dimmed">
        {label}
      </Text>
      <Text
        fz={{ base: 20, sm: 24 }}
        fw={700}
        lh={1.4}
        className="amount"
        {...(tone === undefined ? {} : { c: `var(--mantine-color-${tone}-text)` })}
      >
        {value}
      </Text>
      {hint && (
        <Text size="xs" c="dimmed" component="div">
          {hint}
        </Text>
      )}
    </Card>
  );
}

/** A term and its value in a definition list. */
export function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <Text component="dt" size="sm" c="dimmed">
        {name}
      </Text>
      <Text component="dd" m={0}>
        {children}
      </Text>
    </div>
  );
}

/** An empty state: says that there is nothing, and what that means. */
export function NothingHere({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <Center mih={220} role="status">
      <Stack gap={4} align="center" ta="center">
        <Text fw={600}>{title}</Text>
        {children !== undefined && (
          <Text size="sm" c="dimmed">
            {children}
          </Text>
        )}
      </Stack>
    </Center>
  );
}
