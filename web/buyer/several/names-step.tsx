import { Button, Paper, Progress, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useIdempotentMutation } from '../../kit/idempotent-mutation.ts';
import { ProblemNotice } from '../../kit/notice.tsx';
import { answered } from '../../kit/problem.ts';
import { api, type Group } from '../api.ts';
import { clearDraft } from '../give/draft.ts';
import { Step } from '../give/step.tsx';
import { useWords } from '../words.ts';
import { AbandonGroup } from './abandon-group.tsx';
import type { GroupStepProps } from './group.ts';
import { NamedLine } from './named-line.tsx';

const STEP = 6;

/** Reads back the masked names of all lines in one list; money moves only for those the buyer leaves ticked. */
export function NamesStep({ group, onChange }: GroupStepProps) {
  const { t } = useWords();
  const [leftOut, setLeftOut] = useState<ReadonlySet<string>>(new Set());
  const { lines, confirm_by } = group;
  const looking = lines.filter(({ looking_up }) => looking_up).length;
  function choose(orderId: string, isIncluded: boolean) {
    const next = new Set(leftOut);
    if (isIncluded) next.delete(orderId);
    else next.add(orderId);
    setLeftOut(next);
  }
  return (
    <Step
      step={STEP}
      title={t('several.names_title')}
      what={confirm_by === undefined ? undefined : t('several.confirm_by', { at: confirm_by })}
    >
      <Stack gap="lg">
        <LookingUp done={lines.length - looking} all={lines.length} />
        <Paper withBorder radius="lg" px="md">
          <Stack gap={0} component="ul" p={0} m={0} style={{ listStyle: 'none' }}>
            {lines.map((line) => (
              <NamedLine
                key={line.order.order_id}
                groupId={group.group_id}
                line={line}
                isIncluded={!leftOut.has(line.order.order_id)}
                onInclude={(isIncluded) => choose(line.order.order_id, isIncluded)}
                onChange={onChange}
              />
            ))}
          </Stack>
        </Paper>
        <Confirm group={group} leftOut={leftOut} isReady={looking === 0} onChange={onChange} />
      </Stack>
    </Step>
  );
}

function LookingUp({ done, all }: { done: number; all: number }) {
  const { t } = useWords();
  if (done === all) return null;
  const text = t('several.looking_up', { done, all });
  return (
    <Stack gap={6}>
      <Text fz="sm" role="status">
        {text}
      </Text>
      <Progress.Root size="lg">
        <Progress.Section value={(done / all) * 100} aria-label={text} animated />
      </Progress.Root>
    </Stack>
  );
}

type ConfirmProps = GroupStepProps & { leftOut: ReadonlySet<string>; isReady: boolean };

function Confirm({ group, leftOut, isReady, onChange }: ConfirmProps) {
  const { t } = useWords();
  const navigate = useNavigate();
  const { group_id, lines, currency } = group;
  const confirm = useIdempotentMutation((confirmed: Confirmed[], headers) =>
    answered(
      api.POST('/v1/order-groups/{group_id}/confirmation', {
        params: { path: { group_id } },
        body: { confirmed },
        headers,
      }),
    ),
  );
  const chosen = chosenOf(group, leftOut);
  const amount_minor = chosen.reduce((sum, { amount_minor: amount }) => sum + amount, 0);
  const others = lines.length - chosen.length;
  return (
    <Stack gap="sm">
      {confirm.isError && <ProblemNotice thrown={confirm.error} />}
      {isReady && others > 0 && (
        <Text fz="sm" c="dimmed" ta="center" role="status">
          {chosen.length === 0
            ? t('several.none_chosen')
            : t('several.nothing_for_others', { people: others })}
        </Text>
      )}
      <Button
        size="xl"
        disabled={!isReady || chosen.length === 0}
        loading={confirm.isPending}
        onClick={() =>
          confirm.mutate(
            chosen.map(({ order_id, read_back_id }) => ({ order_id, read_back_id })),
            {
              onSuccess: (bought) => {
                clearDraft();
                onChange(bought);
                navigate(`/gifts/several/${group_id}`, { replace: true });
              },
            },
          )
        }
      >
        {chosen.length === 1
          ? t('several.send_one', { amount: { amount_minor, currency } })
          : t('several.send', { people: chosen.length, amount: { amount_minor, currency } })}
      </Button>
      <AbandonGroup group={group} onChange={onChange} />
    </Stack>
  );
}

type Confirmed = { order_id: string; read_back_id: string };

/** The gifts that have a name and were not left out. */
function chosenOf({ lines }: Group, leftOut: ReadonlySet<string>) {
  return lines.flatMap(({ order: { order_id, amount_minor, recipient } }) =>
    recipient?.read_back_id === undefined || leftOut.has(order_id)
      ? []
      : [{ order_id, amount_minor, read_back_id: recipient.read_back_id }],
  );
}
