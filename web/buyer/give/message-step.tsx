import {
  Box,
  Button,
  Card,
  Radio,
  SegmentedControl,
  SimpleGrid,
  Stack,
  Text,
  Textarea,
  TextInput,
} from '@mantine/core';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { cardPicture } from '../pictures.ts';
import { useWords } from '../words.ts';
import { useDraft } from './draft.ts';
import { localTime } from './local-time.ts';
import { Step } from './step.tsx';

const DESIGNS = ['plain', 'birthday', 'congratulations', 'flowers', 'holiday', 'thanks'] as const;
const LETTERS_MAX = 200;
/** Emoji of several signs are one letter; the server counts. */
const UNITS_MAX = 2_000;

/** Card design, message and delivery time. */
export function MessageStep() {
  const { t } = useWords();
  const [draft, keep] = useDraft();
  const navigate = useNavigate();
  const { state } = useLocation();
  const day = useRef<HTMLInputElement>(null);
  const message = useRef<HTMLTextAreaElement>(null);
  const refusal = refusalIn(state);
  const [isDayMissing, setDayMissing] = useState(false);
  // When sent back here because of the day or the message, focus that field.
  useEffect(() => {
    const refused = refusalIn(state);
    if (refused !== undefined) (refused.isAboutDay ? day : message).current?.focus();
  }, [state]);
  const isLater = draft.deliver_at !== undefined;
  function go(event: FormEvent) {
    event.preventDefault();
    setDayMissing(draft.deliver_at === '');
    if (draft.deliver_at === '') return day.current?.focus();
    navigate(draft.several === undefined ? '/give/pay' : '/give/list');
  }
  return (
    <Step step={3} title={t('give.message_title')} back="/give/amount">
      <form noValidate onSubmit={go}>
        <Stack gap="xl">
          <CardChoice />
          <Textarea
            size="md"
            label={t('give.message')}
            description={t('give.message_hint', { letters: LETTERS_MAX })}
            maxLength={UNITS_MAX}
            ref={message}
            error={refusal?.isAboutDay === false ? refusal.text : undefined}
            autosize
            minRows={3}
            value={draft.message ?? ''}
            onChange={(event) => keep({ message: event.currentTarget.value })}
          />
          <Stack gap="sm">
            <Text fw={500} id="when-label">
              {t('give.when')}
            </Text>
            <SegmentedControl
              size="md"
              fullWidth
              aria-labelledby="when-label"
              value={isLater ? 'later' : 'now'}
              onChange={(when) => keep({ deliver_at: when === 'later' ? tomorrowMorning() : undefined })}
              data={[
                { value: 'now', label: t('give.when_now') },
                { value: 'later', label: t('give.when_later') },
              ]}
            />
            {isLater && (
              <TextInput
                ref={day}
                size="md"
                type="datetime-local"
                label={t('give.deliver_at')}
                error={isDayMissing ? t('common.required') : refusal?.isAboutDay ? refusal.text : undefined}
                value={draft.deliver_at ?? ''}
                onChange={(event) => keep({ deliver_at: event.currentTarget.value })}
              />
            )}
          </Stack>
          <Button type="submit" size="lg">
            {t('give.next')}
          </Button>
        </Stack>
      </form>
    </Step>
  );
}

function CardChoice() {
  const { t } = useWords();
  const [draft, keep] = useDraft();
  const chosen = draft.card_design ?? 'plain';
  return (
    <Radio.Group
      label={t('give.card_design')}
      size="md"
      value={chosen}
      onChange={(card_design) => keep({ card_design })}
    >
      <SimpleGrid cols={{ base: 2, sm: 3 }} spacing="sm" mt="xs">
        {DESIGNS.map((design) => (
          <Card
            key={design}
            component="label"
            withBorder
            radius="md"
            padding={0}
            className="choice"
            data-checked={design === chosen}
            style={{ cursor: 'pointer' }}
          >
            <img className="art" src={cardPicture(design)} alt="" />
            <Box p="xs">
              <Radio value={design} label={t(`give.card_${design}`)} size="sm" />
            </Box>
          </Card>
        ))}
      </SimpleGrid>
    </Radio.Group>
  );
}

function tomorrowMorning(): string {
  const at = new Date();
  at.setDate(at.getDate() + 1);
  at.setHours(9, 0);
  return localTime(at);
}

/** Why the server refused the message or the time when the order was placed. */
function refusalIn(state: unknown): { text: string; isAboutDay: boolean } | undefined {
  if (typeof state !== 'object' || state === null || !('refused' in state) || !('code' in state))
    return undefined;
  return { text: String(state.refused), isAboutDay: state.code === 'delivery_date_out_of_range' };
}
