import { Anchor, Button, Group, Paper, Stack, Text } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { type IdempotencyHeaders, useIdempotentMutation } from '../../kit/idempotent-mutation.ts';
import { ProblemNotice } from '../../kit/notice.tsx';
import { answered, Problem } from '../../kit/problem.ts';
import { api } from '../api.ts';
import { useWords } from '../words.ts';
import { CardChoice, usePaymentMethods } from './card-choice.tsx';
import { type Draft, type People, useDraft } from './draft.ts';
import { nameOf, usageOf, useShops } from './shops.ts';
import { Step, usePayStep } from './step.tsx';

/** The step at which a refusal can be put right. */
const STEP_OF_CODE: Readonly<Record<string, string>> = {
  amount_out_of_range: '/give/amount',
  currency_unsupported: '/give/amount',
  delivery_date_out_of_range: '/give/message',
  message_invalid: '/give/message',
  message_has_link: '/give/message',
  recipient_list_invalid: '/give/list/check',
  recipient_list_too_long: '/give/list',
};

/** Summary and card; then the amount is authorised. */
export function PayStep() {
  const { t } = useWords();
  const [draft, keep] = useDraft();
  const navigate = useNavigate();
  const methods = usePaymentMethods(draft.shop_id);
  const known = methods.data?.payment_methods ?? [];
  const chosen =
    known.find(({ payment_method_id }) => payment_method_id === draft.payment_method_id) ?? known[0];
  const [notice, setNotice] = useState<unknown>();
  const place = useIdempotentMutation(placeGift, [['orders'], ['order-groups']]);
  const payStep = usePayStep();
  const isSeveral = draft.several !== undefined;
  const isChargedLater = chosen?.charged_at_capture === true;
  const amount = { amount_minor: sumOf(draft), currency: draft.currency ?? 'KRW' };
  function refused(thrown: unknown) {
    const step = thrown instanceof Problem ? STEP_OF_CODE[thrown.code] : undefined;
    if (step !== undefined && thrown instanceof Problem)
      navigate(step, { state: { refused: thrown.detail, code: thrown.code } });
    else setNotice(thrown);
  }
  return (
    <Step step={payStep} title={t('give.pay_title')} back={isSeveral ? '/give/list/check' : '/give/message'}>
      <Stack gap="xl">
        <Summary draft={draft} />
        <CardChoice
          shopId={draft.shop_id}
          chosen={chosen?.payment_method_id}
          onChoose={(payment_method_id) => keep({ payment_method_id })}
        />
        {notice !== undefined && <ProblemNotice thrown={notice} />}
        <Stack gap="xs">
          <Button
            size="lg"
            disabled={chosen === undefined}
            loading={place.isPending}
            onClick={() => {
              if (chosen === undefined) return;
              setNotice(undefined);
              place.mutate(
                { ...draft, payment_method_id: chosen.payment_method_id },
                {
                  onError: refused,
                  onSuccess: (page) => navigate(page),
                },
              );
            }}
          >
            {t(isChargedLater ? 'give.continue_to_name' : 'give.reserve', { amount })}
          </Button>
          <Text fz="sm" c="dimmed" ta="center">
            {t(`${isSeveral ? 'several' : 'give'}.${isChargedLater ? 'charged_later' : 'hold'}`)}
          </Text>
        </Stack>
      </Stack>
    </Step>
  );
}

/** The amount to authorise: one gift's, or the list's total as the server calculated it. */
function sumOf({ several, people, amount_minor = 0 }: Draft): number {
  return several === undefined ? amount_minor : (people?.amount_minor ?? 0);
}

/** Returns the path to continue at. */
async function placeGift(
  draft: Draft & { payment_method_id: string },
  headers: IdempotencyHeaders,
): Promise<string> {
  const message = draft.message?.trim() ?? '';
  const alike = {
    shop_id: draft.shop_id ?? '',
    currency: draft.currency ?? '',
    payment_method_id: draft.payment_method_id,
    card_design: draft.card_design ?? 'plain',
    ...(message === '' ? {} : { message }),
    ...(draft.deliver_at ? { deliver_at: new Date(draft.deliver_at).toISOString() } : {}),
  };
  if (draft.several === undefined) {
    const body = { ...alike, amount_minor: draft.amount_minor ?? 0 };
    return `/give/${(await answered(api.POST('/v1/orders', { body, headers }))).order_id}`;
  }
  const body = { ...alike, recipients: (draft.people?.recipients ?? []).map(recipientOf) };
  const { group_id } = await answered(api.POST('/v1/order-groups', { body, headers }));
  return `/give/several/${group_id}`;
}

function recipientOf({ phone, email, name, amount_minor }: People['recipients'][number]) {
  if (phone === undefined) return { email: email ?? '', name: name ?? '', amount_minor };
  return { phone, amount_minor, ...(name === undefined ? {} : { name }) };
}

function Summary({ draft }: { draft: Draft }) {
  const { t, money, dateTime, pick } = useWords();
  const shop = useShops().data?.shops.find(({ shop_id }) => shop_id === draft.shop_id);
  const usage = shop === undefined ? '' : usageOf(shop, pick);
  const { several, people, currency = 'KRW', message, deliver_at, same_as } = draft;
  return (
    <Paper withBorder radius="lg" p="lg">
      <Stack gap="md">
        <Line name={t('give.sum_shop')} edit="/give">
          {shop === undefined ? '' : nameOf(shop, pick)}
        </Line>
        {usage !== '' && (
          <details>
            <summary>{t('give.sum_usage')}</summary>
            <Text fz="sm" style={{ whiteSpace: 'pre-line' }}>
              {usage}
            </Text>
          </details>
        )}
        {several === undefined && same_as !== undefined && (
          <Line name={t('give.sum_to')} edit="/give">
            {same_as.masked_name}
          </Line>
        )}
        {several !== undefined && (
          <Line name={t('several.sum_people')} edit="/give/list/check">
            {t('several.people', { people: people?.recipients.length ?? 0 })}
          </Line>
        )}
        <Line name={t(several === undefined ? 'give.sum_amount' : 'several.sum_total')} edit="/give/amount">
          <Text component="span" fw={700} fz="lg">
            {money({ amount_minor: sumOf(draft), currency })}
          </Text>
        </Line>
        <Line name={t('give.sum_when')} edit="/give/message">
          {deliver_at ? dateTime(new Date(deliver_at)) : t('give.when_now')}
        </Line>
        {message !== undefined && message.trim() !== '' && (
          <Line name={t('give.sum_message')} edit="/give/message">
            {message}
          </Line>
        )}
      </Stack>
    </Paper>
  );
}

function Line({ name, edit, children }: { name: string; edit: string; children: ReactNode }) {
  const { t } = useWords();
  return (
    <Group justify="space-between" align="flex-start" wrap="nowrap" gap="md">
      <Stack gap={0} miw={0}>
        <Text fz="sm" c="dimmed">
          {name}
        </Text>
        <Text component="div" style={{ whiteSpace: 'pre-line' }}>
          {children}
        </Text>
      </Stack>
      <Anchor
        component={Link}
        to={edit}
        fz="sm"
        aria-label={`${name}: ${t('give.edit')}`}
        style={{ flexShrink: 0 }}
      >
        {t('give.edit')}
      </Anchor>
    </Group>
  );
}
