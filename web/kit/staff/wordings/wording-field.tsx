import { Box, Button, Group, Paper, Stack, Text, Textarea } from '@mantine/core';
import { useRef } from 'react';
import { textsIn } from '../../../../kit/format/engine.ts';
import { type Locale, languageTag } from '../../../../kit/format/locale.ts';
import { WORDING_MAX, type WordingPart } from '../../../../kit/wordings/kinds.ts';
import type { Misworded } from '../../../../kit/wordings/placeholders.ts';
import { useStaffWords } from '../words.ts';

const ROWS: Readonly<Record<WordingPart, number>> = { sms: 4, mail_subject: 1, mail_text: 8 };

export type Wrong = Misworded | { code: 'required' };

/** One text with what may stand in it, and how it reads with examples. */
export function WordingField({
  part,
  locale,
  value,
  standard,
  variables,
  examples,
  wrong,
  readOnly,
  onChange,
}: {
  part: WordingPart;
  locale: Locale;
  value: string;
  standard: string;
  variables: readonly string[];
  examples: Readonly<Record<string, unknown>>;
  wrong: Wrong;
  readOnly: boolean;
  onChange: (text: string) => void;
}) {
  const { t } = useStaffWords();
  const field = useRef<HTMLTextAreaElement>(null);
  const insert = (variable: string) => {
    const { selectionStart: from = value.length, selectionEnd: until = from } = field.current ?? {};
    onChange(`${value.slice(0, from)}{{${variable}}}${value.slice(until)}`);
    field.current?.focus();
  };
  const label = t(`wordings.${part}`);
  const error = useWrongText(wrong);
  return (
    <Stack gap="sm" component="section" aria-label={label}>
      <Textarea
        ref={field}
        label={label}
        lang={languageTag(locale)}
        value={value}
        readOnly={readOnly}
        maxLength={WORDING_MAX[part]}
        autosize
        minRows={ROWS[part]}
        error={error}
        onChange={({ currentTarget }) => {
          const text = currentTarget.value;
          onChange(part === 'mail_subject' ? text.replace(/\s*\n\s*/g, ' ') : text);
        }}
      />
      {!readOnly && (
        <>
          <Text size="sm" c="dimmed">
            {t('wordings.variables')}
          </Text>
          <Group gap={6}>
            {variables.map((variable) => (
              <Button
                key={variable}
                size="compact-sm"
                variant="default"
                fw={400}
                aria-label={`${label}: ${t('wordings.insert', { variable })}`}
                onClick={() => insert(variable)}
              >
                {variable}
              </Button>
            ))}
          </Group>
        </>
      )}
      <Paper withBorder p="sm" radius="md" bg="var(--mantine-color-default-hover)">
        <Text size="xs" c="dimmed">
          {t('wordings.preview')}
        </Text>
        <Box lang={languageTag(locale)} style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
          {wrong === undefined ? textsIn(locale, { text: value })('text', examples) : '…'}
        </Box>
      </Paper>
      {!readOnly && value !== standard && (
        <Group>
          <Button
            size="compact-sm"
            variant="subtle"
            aria-label={`${label}: ${t('wordings.use_standard')}`}
            onClick={() => onChange(standard)}
          >
            {t('wordings.use_standard')}
          </Button>
        </Group>
      )}
    </Stack>
  );
}

function useWrongText(wrong: Wrong): string | undefined {
  const { t } = useStaffWords();
  switch (wrong?.code) {
    case 'required':
      return t('common.required');
    case 'wording_variable_unknown':
      return t('wordings.unknown', { variable: wrong.variable });
    case 'wording_variable_missing':
      return t('wordings.missing', { variable: wrong.variable });
    default:
      return undefined;
  }
}
