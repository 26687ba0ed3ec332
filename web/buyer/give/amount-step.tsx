import { Button, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { parseAmount } from '../../../kit/typed/amount.ts';
import { Answer } from '../../kit/notice.tsx';
import type { Shop } from '../api.ts';
import { useWords } from '../words.ts';
import { useDraft } from './draft.ts';
import { nameOf, useShops } from './shops.ts';
import { Step } from './step.tsx';

/** The amount: one the shop suggests, or another. The server decides whether it is sold. */
export function AmountStep() {
  const { t, pick } = useWords();
  const shops = useShops();
  const [draft] = useDraft();
  const shop = shops.data?.shops.find(({ shop_id }) => shop_id === draft.shop_id);
  return (
    <Step
      step={2}
      title={t(draft.several === undefined ? 'give.amount_title' : 'several.amount_title')}
      what={shop === undefined ? undefined : nameOf(shop, pick)}
      back="/give"
    >
      <Answer of={{ ...shops, data: shop }} height={320}>
        {(known) => <AmountForm shop={known} />}
      </Answer>
    </Step>
  );
}

function AmountForm({ shop }: { shop: Shop }) {
  const { t, money } = useWords();
  const navigate = useNavigate();
  const { state } = useLocation();
  const [draft, keep] = useDraft();
  const field = useRef<HTMLInputElement>(null);
  const [wrong, setWrong] = useState<string | undefined>(refusalIn(state));
  // When sent back here because of the amount, focus that field.
  useEffect(() => {
    if (refusalIn(state) !== undefined) field.current?.focus();
  }, [state]);
  const { currency } = shop;
  const limits = {
    least: { amount_minor: shop.amount_min_minor, currency },
    most: { amount_minor: shop.amount_max_minor, currency },
  };
  const isWithin = (minor: number) => minor >= shop.amount_min_minor && minor <= shop.amount_max_minor;
  const amount = (minor: number | undefined) =>
    minor === undefined || shop.suggested_minor.includes(minor)
      ? ''
      : money({ amount_minor: minor, currency });
  const [typed, setTyped] = useState(amount(draft.amount_minor));
  /** An amount as people write it; what isn't understood is asked again. */
  function write(text: string) {
    const parsed = parseAmount(text, currency);
    setTyped(text);
    choose(parsed.ok ? Number(parsed.value) : undefined);
  }
  function choose(amount_minor: number | undefined) {
    setWrong(undefined);
    keep({ amount_minor, currency, people: undefined });
  }
  function go(event: FormEvent) {
    event.preventDefault();
    const { amount_minor } = draft;
    if (amount_minor !== undefined && isWithin(amount_minor)) return navigate('/give/message');
    setWrong(
      amount_minor !== undefined
        ? t('give.amount_between', limits)
        : t(typed.trim() === '' ? 'give.amount_needed' : 'give.amount_unclear'),
    );
    field.current?.focus();
  }
  return (
    <form noValidate onSubmit={go}>
      <Stack gap="lg">
        <SimpleGrid cols={2} spacing="xs">
          {shop.suggested_minor.map((amount_minor) => (
            <Button
              key={amount_minor}
              size="lg"
              px={4}
              fz={{ base: 'md', xs: 'lg' }}
              variant={draft.amount_minor === amount_minor ? 'filled' : 'default'}
              aria-pressed={draft.amount_minor === amount_minor}
              onClick={() => {
                setTyped('');
                choose(amount_minor);
              }}
            >
              {money({ amount_minor, currency })}
            </Button>
          ))}
        </SimpleGrid>
        <TextInput
          ref={field}
          size="lg"
          label={t('give.amount')}
          description={t('give.amount_hint', limits)}
          inputMode={currency === 'KRW' ? 'numeric' : 'decimal'}
          autoComplete="off"
          error={wrong}
          value={typed}
          onChange={(event) => write(event.currentTarget.value)}
          onBlur={() => {
            const { amount_minor } = draft;
            if (amount_minor === undefined) return;
            setTyped(amount(amount_minor));
            if (!isWithin(amount_minor)) setWrong(t('give.amount_between', limits));
          }}
        />
        <Button type="submit" size="lg">
          {t('give.next')}
        </Button>
      </Stack>
    </form>
  );
}

/** Why the server refused the amount when the order was placed. */
function refusalIn(state: unknown): string | undefined {
  if (typeof state !== 'object' || state === null || !('refused' in state)) return undefined;
  return typeof state.refused === 'string' ? state.refused : undefined;
}
