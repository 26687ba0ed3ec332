import {
  ActionIcon,
  Badge,
  Box,
  Collapse,
  Group,
  Text,
  ThemeIcon,
  Tooltip,
  UnstyledButton,
} from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import {
  IconArrowsExchange,
  IconBell,
  IconCheck,
  IconChevronDown,
  IconMail,
  IconMessage,
  IconPhone,
  IconShieldCheck,
} from '@tabler/icons-react';
import { useId } from 'react';
import { useStaff } from '../../kit/staff/session.tsx';
import { useTimes } from '../times.ts';
import { useCodes, useConsoleWords } from '../words.ts';
import { PrintLetter } from './print-letter.tsx';
import { StepDetails } from './step-details.tsx';
import type { Story, StoryStep } from './story.ts';
import { usePartyName } from './stuck-reason.tsx';

type StepSummary = { title: string; hint: string; badge?: { text: string; color: string } };

const CALL_COLORS = { planned: 'gray', unknown: 'orange', done: 'teal', refused: 'red' } as const;
const MESSAGE_COLORS: Readonly<Record<string, string>> = {
  sent: 'blue',
  delivered: 'teal',
  failed: 'red',
  unknown: 'orange',
};

const CHANNEL_ICONS: Readonly<Record<string, typeof IconMessage>> = { email: IconMail, voice: IconPhone };

/** One step: what, when and its outcome; it expands to details and links to the signed message. */
export function Step({
  step,
  order,
  onProof,
}: {
  step: StoryStep;
  order: Story['order'];
  onProof: (evidenceId: string) => void;
}) {
  const { t } = useConsoleWords();
  const { clock } = useTimes();
  const { may } = useStaff();
  const [isOpen, { toggle }] = useDisclosure();
  const id = useId();
  const { title, hint, badge } = useStepSummary(step, order);
  const evidenceId = step.step === 'message' ? undefined : step.evidence_id;
  return (
    <Box component="li" className="story-step">
      <Mark step={step} />
      <Box flex={1} miw={0}>
        <UnstyledButton className="story-button" onClick={toggle} aria-expanded={isOpen} aria-controls={id}>
          <Group gap="xs" wrap="nowrap" align="flex-start">
            <Text component="time" size="sm" c="dimmed" className="amount" dateTime={step.at} lh={1.6}>
              {clock(step.at)}
            </Text>
            <Box flex={1} miw={0}>
              <Group gap={8}>
                <Text component="span" fw={step.step === 'event' ? 600 : 400}>
                  {title}
                </Text>
                {badge && (
                  <Badge variant="light" color={badge.color} component="span" tt="none">
                    {badge.text}
                  </Badge>
                )}
              </Group>
              {hint !== '' && (
                <Text size="sm" c="dimmed">
                  {hint}
                </Text>
              )}
            </Box>
            <IconChevronDown
              size={16}
              aria-hidden
              className={isOpen ? 'story-chevron open' : 'story-chevron'}
            />
          </Group>
        </UnstyledButton>
        <Collapse expanded={isOpen} id={id}>
          <StepDetails step={step} />
          {step.step === 'event' && step.kind === 'letter_printed' && may('operator') && (
            <PrintLetter orderId={order.order_id} about={Object(step.detail).message_id} />
          )}
        </Collapse>
      </Box>
      <Box w={34} style={{ flex: 'none' }}>
        {evidenceId !== undefined && (
          <Tooltip label={t('story.proof_short')}>
            <ActionIcon
              variant="subtle"
              size={34}
              aria-label={t('story.proof', { what: title })}
              onClick={() => onProof(evidenceId)}
            >
              <IconShieldCheck size={20} aria-hidden />
            </ActionIcon>
          </Tooltip>
        )}
      </Box>
    </Box>
  );
}

function Mark({ step }: { step: StoryStep }) {
  const Icon = {
    event: IconCheck,
    call: IconArrowsExchange,
    notice: IconBell,
    message: step.step === 'message' ? (CHANNEL_ICONS[step.channel] ?? IconMessage) : IconMessage,
  }[step.step];
  const color = { event: 'ribbon', call: 'gray', notice: 'grape', message: 'blue' }[step.step];
  return (
    <ThemeIcon variant="light" color={color} radius="xl" size={28} className="story-mark">
      <Icon size={16} aria-hidden />
    </ThemeIcon>
  );
}

/** A step's title, hint and badge. */
function useStepSummary(step: StoryStep, order: Story['order']): StepSummary {
  const { t, money } = useConsoleWords();
  const codes = useCodes();
  const partyName = usePartyName();
  const { clock } = useTimes();
  /** The readable parts of an event's detail: amount, store, code. */
  const readable = (detail: unknown) => {
    const { amount_minor, currency, store_name, code, reason, source, outcome, to } = Object(detail);
    const hasAmount = typeof amount_minor === 'number' && typeof currency === 'string';
    const named = (kind: string, code: unknown) =>
      typeof code === 'string' ? (codes(kind, code) ?? code) : undefined;
    return [
      hasAmount && money({ amount_minor, currency }),
      store_name,
      code,
      named('problem', reason),
      named('source', source),
      named('outcome', outcome),
      named('letter_to', to),
    ]
      .filter((part) => typeof part === 'string')
      .join(' · ');
  };
  switch (step.step) {
    case 'event':
      return { title: codes('event', step.kind) ?? step.kind, hint: readable(step.detail) };
    case 'call': {
      const what = codes('purpose', step.purpose) ?? step.purpose;
      const parts = [
        step.attempts === 1 ? t('story.attempts_once') : t('story.attempts', { count: step.attempts }),
        step.settled_at && t('story.answered_at', { at: clock(step.settled_at) }),
        step.next_attempt_at && t('story.next_try', { at: clock(step.next_attempt_at) }),
        step.code ?? step.unknown_reason,
      ];
      return {
        title: t('story.call', { party: partyName(step.party, order), what }),
        hint: parts.filter(Boolean).join(' · '),
        badge: { text: codes('answer', step.state) ?? step.state, color: CALL_COLORS[step.state] },
      };
    }
    case 'notice':
      return { title: codes('notice', step.kind) ?? step.kind, hint: readable(step.content) };
    case 'message':
      return {
        title: codes('message', step.kind) ?? step.kind,
        hint: [
          codes('channel', step.channel) ?? step.channel,
          step.masked_address,
          step.problem && (codes('problem', step.problem) ?? step.problem),
        ]
          .filter(Boolean)
          .join(' · '),
        badge: {
          text:
            (step.channel === 'voice' ? codes('said', step.state) : undefined) ??
            codes('told', step.state) ??
            step.state,
          color: MESSAGE_COLORS[step.state] ?? 'gray',
        },
      };
  }
}
