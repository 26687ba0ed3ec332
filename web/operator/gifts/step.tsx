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
  IconShieldCheck,
} from '@tabler/icons-react';
import { useId } from 'react';
import { useTimes } from '../times.ts';
import { useCodes, useConsoleWords } from '../words.ts';
import type { Story } from './gift.tsx';
import { usePartyName } from './stuck-reason.tsx';
import type { StoryStep } from './timeline.tsx';

type Told = { title: string; hint: string; badge?: { text: string; color: string } };

const CALL_COLORS = { planned: 'gray', unknown: 'orange', done: 'teal', refused: 'red' } as const;
const MESSAGE_COLORS: Readonly<Record<string, string>> = {
  sent: 'blue',
  delivered: 'teal',
  failed: 'red',
  unknown: 'orange',
};

/** One step: what, when, what came of it; more when it is opened, and the signed message behind it. */
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
  const [isOpen, { toggle }] = useDisclosure();
  const id = useId();
  const { title, hint, badge } = useTold(step, order);
  const evidenceId = step.step === 'message' ? undefined : step.evidence_id;
  return (
    <Box component="li" className="story-step">
      <Mark step={step} />
      <Box flex={1} miw={0}>
        <UnstyledButton
          className="story-button"
          onClick={toggle}
          aria-expanded={isOpen}
          aria-controls={id}
          aria-label={t('story.more', { what: title })}
        >
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
          <Details step={step} />
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
    message: step.step === 'message' && step.channel === 'email' ? IconMail : IconMessage,
  }[step.step];
  const color = { event: 'ribbon', call: 'gray', notice: 'grape', message: 'blue' }[step.step];
  return (
    <ThemeIcon variant="light" color={color} radius="xl" size={28} className="story-mark">
      <Icon size={16} aria-hidden />
    </ThemeIcon>
  );
}

/** What a step says of itself. */
function useTold(step: StoryStep, order: Story['order']): Told {
  const { t, money } = useConsoleWords();
  const codes = useCodes();
  const partyName = usePartyName();
  const { clock } = useTimes();
  switch (step.step) {
    case 'event':
      return { title: codes('event', step.kind) ?? step.kind, hint: ofDetail(step.detail, money) };
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
      return { title: codes('notice', step.kind) ?? step.kind, hint: ofDetail(step.content, money) };
    case 'message':
      return {
        title: codes('message', step.kind) ?? step.kind,
        hint: [codes('channel', step.channel) ?? step.channel, step.masked_address, step.problem]
          .filter(Boolean)
          .join(' · '),
        badge: {
          text: codes('told', step.state) ?? step.state,
          color: MESSAGE_COLORS[step.state] ?? 'gray',
        },
      };
  }
}

/** What a fact's own members say: an amount, a place, a code. */
function ofDetail(
  detail: unknown,
  money: (of: { amount_minor: number; currency: string }) => string,
): string {
  const { amount_minor, currency, store_name, code, reason, source } = Object(detail);
  const amount =
    typeof amount_minor === 'number' && typeof currency === 'string' ? money({ amount_minor, currency }) : '';
  return [amount, store_name, code, reason, source]
    .filter((part) => typeof part === 'string' && part)
    .join(' · ');
}

function Details({ step }: { step: StoryStep }) {
  const rows = useDetails(step);
  return (
    <Box component="dl" className="story-details">
      {rows.map(([name, value]) => (
        <div key={name}>
          <Text component="dt" size="sm" c="dimmed">
            {name}
          </Text>
          <Text component="dd" size="sm" ff="monospace" m={0}>
            {value}
          </Text>
        </div>
      ))}
    </Box>
  );
}

function useDetails(step: StoryStep): [string, string][] {
  const { t, dateTime } = useConsoleWords();
  const codes = useCodes();
  const trace: [string, string | undefined] = [t('story.trace'), step.trace_id];
  const known = (rows: [string, string | undefined][]) =>
    rows.filter((row): row is [string, string] => row[1] !== undefined);
  const time = (at: string | undefined) => (at === undefined ? undefined : dateTime(at));
  switch (step.step) {
    case 'event':
      return known([
        [t('gift.state'), codes('state', step.state)],
        ...membersOf(step.detail),
        [t('story.id'), step.call_id],
        trace,
      ]);
    case 'call':
      return known([
        [t('story.request'), `${step.method} ${step.path}`],
        [t('story.id'), step.call_id],
        [t('proof.status'), step.status === undefined ? undefined : String(step.status)],
        trace,
      ]);
    case 'notice':
      return known([
        [t('story.batch'), `${step.sender} ${step.batch_no}`],
        [t('story.id'), step.notice_id],
        ...membersOf(step.content),
        trace,
      ]);
    case 'message':
      return known([
        [t('story.due_at'), time(step.due_at)],
        [t('story.sent_at'), time(step.sent_at)],
        [t('story.delivered_at'), time(step.delivered_at)],
        [t('story.problem'), step.problem],
        ...step.receipts.map(({ provider_message_id: id, state, received_at }): [string, string] => [
          t('story.receipt', { id }),
          [codes('receipt', state) ?? state, time(received_at)].filter(Boolean).join(' · '),
        ]),
        [t('story.id'), step.message_id],
        trace,
      ]);
  }
}

function membersOf(of: unknown): [string, string][] {
  return Object.entries(Object(of)).map(([name, value]) => [name, String(value)]);
}
