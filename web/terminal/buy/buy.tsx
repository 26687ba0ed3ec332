import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { answered, Problem } from '../../kit/problem.ts';
import { useSecretRequest } from '../device/secret-request.ts';
import { useTerminal } from '../device/terminal.tsx';
import { AmountQuestion, SecretQuestion } from '../parts/digits.tsx';
import { Choice, Question } from '../parts/question.tsx';
import { useWords } from '../words.ts';
import type { CameBack } from './card-trip.ts';
import { ChooseCard } from './choose-card.tsx';
import { ComeBack } from './come-back.tsx';
import { type Card, logIn, type Member, type Order, retryUntilAnswered, waitForOutcome } from './member.ts';
import { PayCash } from './pay-cash.tsx';
import { Recipient } from './recipient.tsx';

/** In place of a card's id. */
const CASH = 'cash';
const MEMBER_DIGITS = { min: 10, max: 10 };
const PIN_DIGITS = { min: 6, max: 6 };

/** Purchase at the store: member, amount and card; then the recipient. `back` is a member who went to add a card. */
export function Buy({ back, onDone }: { back: CameBack | undefined; onDone(): void }) {
  const { t } = useWords();
  const { api, place, online } = useTerminal();
  const [memberNumber, setMemberNumber] = useState('');
  const [member, setMember] = useState<Member | undefined>(undefined);
  const logged = useSecretRequest(async (phone_pin: string) => {
    if (place.buying === null) throw new Error('Nobody buys at this terminal.');
    return logIn(api, place.buying, { member_number: memberNumber, phone_pin });
  }, setMember);

  if (member !== undefined)
    return <Purchase member={member} amountBefore={back?.amount_minor} onDone={onDone} />;
  if (back !== undefined && place.buying !== null)
    return <ComeBack back={back} shopId={place.buying.shop_id} onMember={setMember} onDone={onDone} />;
  const isWrongNumber = logged.problem instanceof Problem && logged.problem.code === 'member_number_invalid';
  if (memberNumber === '' || isWrongNumber)
    return (
      <SecretQuestion
        key="number"
        title={t('terminal.member')}
        hint={t('terminal.member_hint')}
        digits={MEMBER_DIGITS}
        secret={false}
        problem={logged.problem}
        onBack={onDone}
        onSecret={(number) => {
          logged.clearProblem();
          setMemberNumber(number);
        }}
      />
    );
  return (
    <SecretQuestion
      key="pin"
      title={t('terminal.member_pin')}
      hint={t('terminal.member_pin_hint')}
      digits={PIN_DIGITS}
      busy={logged.busy}
      offline={!online}
      problem={logged.problem}
      onBack={() => {
        logged.clearProblem();
        setMemberNumber('');
      }}
      onSecret={(pin) => void logged.send(pin)}
    />
  );
}

/** Purchase 3–5: amount and card; the amount is authorised. */
function Purchase({
  member,
  amountBefore,
  onDone,
}: {
  member: Member;
  amountBefore: number | undefined;
  onDone(): void;
}) {
  const { t } = useWords();
  const [amount, setAmount] = useState(amountBefore);
  const [order, setOrder] = useState<Order | undefined>(undefined);
  const { api, shop } = member;
  const { place: till } = useTerminal();
  const open = useAbandonOnLeave(member);
  const place = useMutation({
    mutationFn: async ({ card, amount_minor }: { card: Card | null; amount_minor: number }) => {
      const headers = { 'idempotency-key': crypto.randomUUID() };
      const { shop_id, currency } = shop;
      const body = { shop_id, amount_minor, currency, payment_method_id: card?.payment_method_id ?? CASH };
      const placed = await retryUntilAnswered(() => answered(api.POST('/v1/orders', { headers, body })));
      open.current = placed;
      // Cash is not here before a clerk says so.
      return card === null && placed.state === 'authorising' ? placed : waitForOutcome(api, placed);
    },
    onSuccess: setOrder,
  });

  if (order?.state === 'authorised')
    return (
      <Recipient member={member} order={order} onEnded={() => (open.current = undefined)} onDone={onDone} />
    );
  if (order?.cash !== undefined && order.state === 'authorising')
    return <PayCash member={member} order={order} onPaid={setOrder} onQuit={onDone} />;
  if (order !== undefined) {
    const what = whyNot(order);
    return (
      <Question title={t(`terminal.${what}`)} hint={t(`terminal.${what}_detail`)}>
        <div className="choices">
          <Choice primary title={t('terminal.card_other')} onChoose={() => setOrder(undefined)} />
          <Choice title={t('terminal.read_back_quit')} onChoose={onDone} />
        </div>
      </Question>
    );
  }
  if (amount === undefined) return <Amount member={member} onBack={onDone} onAmount={setAmount} />;
  return (
    <ChooseCard
      member={member}
      amount_minor={amount}
      busy={place.isPending}
      problem={place.error}
      onBack={() => {
        place.reset();
        setAmount(undefined);
      }}
      onCard={(card) => place.mutate({ card, amount_minor: amount })}
      onCash={
        amount > till.cash_max_minor ? undefined : () => place.mutate({ card: null, amount_minor: amount })
      }
    />
  );
}

/** Why the amount was not authorised. */
function whyNot({ state, decline_reason, cash }: Order) {
  if (cash !== undefined) return 'cash_not_taken';
  if (state === 'requires_action') return 'second_step';
  return decline_reason === 'payment_method_elsewhere' ? 'card_elsewhere' : 'declined';
}

/** One of the shop's suggested amounts, or another. */
function Amount({
  member,
  onBack,
  onAmount,
}: {
  member: Member;
  onBack(): void;
  onAmount(amount_minor: number): void;
}) {
  const { t, money, pick } = useWords();
  const { shop, name } = member;
  const [other, setOther] = useState(shop.suggested_minor.length === 0);
  const { currency } = shop;
  const hint = `${name} · ${t('terminal.amount_hint', { shop_name: pick(shop.name_ko, shop.name_en) })}`;
  if (other)
    return (
      <AmountQuestion
        title={t('terminal.amount')}
        hint={hint}
        currency={currency}
        onBack={() => setOther(false)}
        onAmount={onAmount}
      />
    );
  return (
    <Question title={t('terminal.amount')} hint={hint} onBack={onBack}>
      <div className="choices">
        {shop.suggested_minor.map((amount_minor) => (
          <Choice
            key={amount_minor}
            title={money({ amount_minor, currency })}
            onChoose={() => onAmount(amount_minor)}
          />
        ))}
        <Choice title={t('terminal.amount_other')} onChoose={() => setOther(true)} />
      </div>
    </Question>
  );
}

/**
 * When the member leaves or the screen times out, abandons an unconfirmed order and ends the session. If that gets no
 * answer, both expire within minutes.
 */
function useAbandonOnLeave({ api }: Member) {
  const open = useRef<Order | undefined>(undefined);
  useEffect(() => {
    const leave = async () => {
      const order = open.current;
      if (order !== undefined)
        await api.POST('/v1/orders/{order_id}/abandonment', {
          params: { path: { order_id: order.order_id } },
          headers: { 'idempotency-key': crypto.randomUUID() },
        });
      await api.DELETE('/v1/sessions/current');
    };
    return () => void leave().catch(() => undefined);
  }, [api]);
  return open;
}
