import { Box, Button, Checkbox, Loader, Group as Row, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import type { Group } from '../api.ts';
import { useWords } from '../words.ts';
import { CorrectLine } from './correct-line.tsx';

type Line = Group['lines'][number];
type Props = {
  groupId: string;
  line: Line;
  isIncluded: boolean;
  onInclude: (isIncluded: boolean) => void;
  onChange: (group: Group) => void;
};

/** One line of the list with the name that was found, to be kept, corrected or left out. */
export function NamedLine({ groupId, line, isIncluded, onInclude, onChange }: Props) {
  const { t, money } = useWords();
  const [isCorrecting, setCorrecting] = useState(false);
  const { order, problem, looking_up } = line;
  const recipient = order.recipient;
  const isNamed = recipient?.read_back_id !== undefined;
  return (
    <Box
      component="li"
      py="md"
      style={line.line === 1 ? {} : { borderTop: '1px solid var(--mantine-color-default-border)' }}
    >
      <Row wrap="nowrap" gap="md" align="flex-start">
        {isNamed ? (
          <Checkbox
            size="md"
            mt={4}
            checked={isIncluded}
            onChange={(event) => onInclude(event.currentTarget.checked)}
            aria-label={t('several.take', { who: recipient.masked_name })}
          />
        ) : (
          <Box w={24} style={{ flexShrink: 0 }}>
            {looking_up && <Loader size={20} aria-hidden />}
          </Box>
        )}
        <Stack gap={2} flex={1} miw={0}>
          <Row justify="space-between" wrap="nowrap" gap="sm">
            <Text fw={700} fz={22} lh={1.3} td={isNamed && !isIncluded ? 'line-through' : undefined}>
              {isNamed ? recipient.masked_name : line.address}
            </Text>
            <Text fw={500} style={{ flexShrink: 0 }}>
              {money(order)}
            </Text>
          </Row>
          {isNamed ? <Details line={line} recipient={recipient} /> : <Unnamed line={line} />}
          {problem !== undefined && !isCorrecting && (
            <Text fz="sm" c="red.8" className="wrong">
              {problem.detail}
            </Text>
          )}
          {isNamed && !isIncluded && <Text fz="sm">{t('several.is_left_out')}</Text>}
        </Stack>
      </Row>
      <Box pl={40}>
        {isCorrecting ? (
          <CorrectLine
            groupId={groupId}
            line={line}
            onDone={(changed) => {
              setCorrecting(false);
              if (changed !== undefined) onChange(changed);
            }}
          />
        ) : (
          !looking_up && (
            <Button
              variant="subtle"
              size="compact-sm"
              ml={-8}
              aria-label={t('several.correct_line', { line: line.line })}
              onClick={() => setCorrecting(true)}
            >
              {t('several.correct')}
            </Button>
          )
        )}
      </Box>
    </Box>
  );
}

type Found = NonNullable<Line['order']['recipient']>;

function Details({ line, recipient }: { line: Line; recipient: Found }) {
  const { t } = useWords();
  const { name, name_differs } = line;
  const warning =
    recipient.recycled === true
      ? t('give.read_back_recycled')
      : name_differs === true && name !== undefined
        ? t('several.name_differs', { name })
        : undefined;
  return (
    <>
      <Text fz="sm" style={{ overflowWrap: 'anywhere' }}>
        {recipient.masked_address}
        {name !== undefined && name_differs !== true && recipient.channel !== 'email' && (
          <Text span c="dimmed" fz="sm">
            {' · '}
            {t('several.written', { name })}
          </Text>
        )}
      </Text>
      {recipient.channel === 'email' && (
        <Text fz="sm" c="dimmed">
          {t('give.read_back_typed')}
        </Text>
      )}
      {warning !== undefined && (
        <Text fz="sm" className="warning">
          {warning}
        </Text>
      )}
    </>
  );
}

function Unnamed({ line: { name, looking_up } }: { line: Line }) {
  const { t } = useWords();
  return (
    <>
      {name !== undefined && (
        <Text fz="sm" c="dimmed">
          {t('several.written', { name })}
        </Text>
      )}
      {looking_up && (
        <Text fz="sm" c="dimmed">
          {t('several.line_looking_up')}
        </Text>
      )}
    </>
  );
}
