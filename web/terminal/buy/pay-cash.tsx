import './pay-cash.css';
import { useState } from 'react';
import { answered } from '../../kit/problem.ts';
import { useTerminal } from '../device/terminal.tsx';
import { Choice, Question } from '../parts/question.tsx';
import { type ClerkProof, ProveClerk } from '../staff/prove-clerk.tsx';
import { useWords } from '../words.ts';
import { type Member, type Order, retryUntilAnswered, waitForOutcome } from './member.ts';

/** The buyer gives a clerk the cash, and the clerk says by badge or PIN that they have it; then the purchase goes on. */
export function PayCash({
  member,
  order,
  onPaid,
  onQuit,
}: {
  member: Member;
  order: Order;
  onPaid(order: Order): void;
  onQuit(): void;
}) {
  const { t, money } = useWords();
  const { api, online } = useTerminal();
  const [isHere, setHere] = useState(false);
  const { order_id, amount_minor, currency } = order;
  const path = { order_id };
  const take = async (body: ClerkProof) => {
    await answered(api.POST('/v1/terminal/cash-payments/{order_id}/taking', { params: { path }, body }));
    const headers = { 'idempotency-key': crypto.randomUUID() };
    const known = await retryUntilAnswered(() =>
      answered(member.api.POST('/v1/orders/{order_id}/authentication', { params: { path }, headers })),
    );
    return waitForOutcome(member.api, known);
  };
  const amount = { amount_minor, currency };
  if (isHere)
    return (
      <ProveClerk
        title={t('terminal.cash_clerk')}
        hint={t('terminal.cash_clerk_hint', { amount })}
        prove={take}
        onBack={() => setHere(false)}
        onProven={onPaid}
      />
    );
  return (
    <Question
      title={t('terminal.cash_give')}
      hint={t('terminal.cash_give_hint')}
      details={<p className="cash-amount amount">{money(amount)}</p>}
    >
      <div className="choices">
        <Choice
          primary
          title={t('terminal.cash_here')}
          hint={t('terminal.cash_here_hint')}
          disabled={!online}
          onChoose={() => setHere(true)}
        />
        <Choice title={t('terminal.read_back_quit')} onChoose={onQuit} />
      </div>
    </Question>
  );
}
