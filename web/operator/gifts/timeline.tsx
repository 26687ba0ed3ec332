import { Box, SegmentedControl, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useConsoleWords } from '../words.ts';
import { Evidence } from './evidence.tsx';
import { Step } from './step.tsx';
import type { Story, StoryStep } from './story.ts';

const FILTERS = {
  all: () => true,
  events: ({ step }: StoryStep) => step === 'event',
  servers: ({ step }: StoryStep) => step === 'call' || step === 'notice',
  people: ({ step }: StoryStep) => step === 'message',
} as const;
type Filter = keyof typeof FILTERS;

const NAMES = ['all', 'events', 'servers', 'people'] as const;

function isFilter(name: string): name is Filter {
  return Object.hasOwn(FILTERS, name);
}

/** Everything that happened to a gift, oldest first, grouped by day. */
export function Timeline({ of }: { of: Story }) {
  const { t, date } = useConsoleWords();
  const [filter, setFilter] = useState<Filter>('all');
  const [proof, setProof] = useState<string>();
  const steps = of.steps.filter(FILTERS[filter]);
  const days = Map.groupBy(steps, ({ at }) => date(at));
  return (
    <Stack component="section" gap="md" aria-labelledby="story">
      <Title order={2} size="h4" id="story">
        {t('story.title')}
      </Title>
      <SegmentedControl
        value={filter}
        onChange={(name) => isFilter(name) && setFilter(name)}
        aria-label={t('story.filter')}
        data={NAMES.map((name) => ({ value: name, label: t(`story.${name}`) }))}
        w="fit-content"
        maw="100%"
      />
      {steps.length === 0 && <Text c="dimmed">{t('story.none')}</Text>}
      {[...days].map(([day, ofDay]) => (
        <Box key={day}>
          <Text component="h3" size="sm" fw={600} c="dimmed" mb={4}>
            {day}
          </Text>
          <Box component="ol" className="story">
            {ofDay.map((step) => (
              <Step key={keyOf(step)} step={step} order={of.order} onProof={setProof} />
            ))}
          </Box>
        </Box>
      ))}
      <Evidence evidenceId={proof} onClose={() => setProof(undefined)} />
    </Stack>
  );
}

function keyOf(step: StoryStep): string {
  switch (step.step) {
    case 'event':
      return `${step.at} ${step.kind} ${step.trace_id}`;
    case 'call':
      return step.call_id;
    case 'notice':
      return step.notice_id;
    case 'message':
      return step.message_id;
  }
}
