import { Box, Text } from '@mantine/core';
import { useCodes, useConsoleWords } from '../words.ts';
import type { StoryStep } from './story.ts';

type MessageCall = Extract<StoryStep, { step: 'message' }>['calls'][number];

/** Everything known about a step, with the trace id that finds it in every server's log. */
export function StepDetails({ step }: { step: StoryStep }) {
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
  /** What came of a call, how much of the message was heard, and by which line. */
  const callText = ({ outcome, begun_at, heard_at, line }: MessageCall) => {
    const heard = heard_at ? 'story.heard' : begun_at ? 'story.cut_off' : undefined;
    return [outcome && codes('outcome', outcome), heard && t(heard), codes('line', line)]
      .filter(Boolean)
      .join(' · ');
  };
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
        [t(step.channel === 'voice' ? 'story.next_call_at' : 'story.due_at'), time(step.due_at)],
        // By phone, a message arrives by being said.
        [t('story.sent_at'), step.channel === 'voice' ? undefined : time(step.sent_at)],
        [t(step.channel === 'voice' ? 'story.heard_at' : 'story.delivered_at'), time(step.delivered_at)],
        [t('story.problem'), step.problem],
        ...step.calls.map((call): [string, string] => [
          t(call.direction === 'in' ? 'story.call_in' : 'story.call_out', { at: call.at }),
          callText(call),
        ]),
        [t('story.said'), step.said],
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
