import './recipient.css';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useIdempotentMutation } from '../../kit/idempotent-mutation.ts';
import { answered } from '../../kit/problem.ts';
import { useTerminal } from '../device/terminal.tsx';
import { PhoneQuestion } from '../parts/digits.tsx';
import { Choice, Question, Refused, Waiting } from '../parts/question.tsx';
import { useWords } from '../words.ts';
import { type Member, type Order, retryUntilAnswered, waitForOutcome } from './member.ts';

type RecipientProps = {
  member: Member;
  order: Order;
  /** The order is confirmed or abandoned, so it need not be abandoned on leaving. */
  onEnded(): void;
  onDone(): void;
};

/** Purchase 6–12: the number, the masked name read back, and the buyer's confirmation. */
export function Recipient({ member, order, onEnded, onDone }: RecipientProps) {
  const { t } = useWords();
  const { online } = useTerminal();
  const { api } = member;
  const path = { order_id: order.order_id };
  const [phone, setPhone] = useState('');
  const [named, setNamed] = useState<Order | undefined>(undefined);
  const [ended, setEnded] = useState<Order | undefined>(undefined);
  const name = useIdempotentMutation((typed: string, headers) =>
    answered(
      api.PUT('/v1/orders/{order_id}/recipient', {
        params: { path },
        headers,
        body: { phone: typed },
      }),
    ),
  );
  const end = useMutation({
    mutationFn: async (read_back_id: string | undefined) => {
      const request = { params: { path }, headers: { 'idempotency-key': crypto.randomUUID() } };
      const answer = await retryUntilAnswered(() =>
        answered(
          read_back_id === undefined
            ? api.POST('/v1/orders/{order_id}/abandonment', request)
            : api.POST('/v1/orders/{order_id}/confirmation', { ...request, body: { read_back_id } }),
        ),
      );
      onEnded();
      return waitForOutcome(api, answer);
    },
    onSuccess: setEnded,
  });

  if (ended !== undefined) return <Ended order={ended} onDone={onDone} />;
  if (named === undefined)
    return (
      <PhoneQuestion
        title={t('terminal.recipient')}
        hint={t('terminal.recipient_hint')}
        start={phone}
        busy={name.isPending}
        offline={!online}
        problem={name.error}
        onPhone={(typed) => {
          setPhone(typed);
          name.mutate(typed, { onSuccess: setNamed });
        }}
      />
    );
  return (
    <ReadBack
      member={member}
      order={named}
      waiting={end.isPending}
      problem={end.error}
      onRight={() => end.mutate(named.recipient?.read_back_id)}
      onWrong={() => {
        end.reset();
        setNamed(undefined);
      }}
      onQuit={() => end.mutate(undefined)}
    />
  );
}

function ReadBack({
  member,
  order,
  waiting,
  problem,
  onRight,
  onWrong,
  onQuit,
}: {
  member: Member;
  order: Order;
  waiting: boolean;
  problem: unknown;
  onRight(): void;
  onWrong(): void;
  onQuit(): void;
}) {
  const { t, pick } = useWords();
  const { online } = useTerminal();
  const { amount_minor, currency, recipient } = order;
  const shop_name = pick(member.shop.name_ko, member.shop.name_en);
  const details = (
    <>
      <p className="read-back">
        <strong>{recipient?.masked_name}</strong>
        <span>{recipient?.masked_address}</span>
      </p>
      <p className="hint">
        {t('terminal.read_back_what', { shop_name, amount: { amount_minor, currency } })}
      </p>
      {recipient?.recycled && <p className="warned">{t('terminal.recycled')}</p>}
      <Refused problem={problem} />
      {waiting && <Waiting />}
    </>
  );
  return (
    <Question title={t('terminal.read_back')} details={details}>
      <div className="choices">
        <Choice
          primary
          title={t('terminal.read_back_yes')}
          disabled={waiting || !online || recipient?.read_back_id === undefined}
          onChoose={onRight}
        />
        <Choice title={t('terminal.read_back_no')} disabled={waiting} onChoose={onWrong} />
        <Choice title={t('terminal.read_back_quit')} disabled={waiting} onChoose={onQuit} />
      </div>
    </Question>
  );
}

const GIVEN_UP: ReadonlySet<Order['state']> = new Set(['abandoned', 'voiding']);
const FAILED: ReadonlySet<Order['state']> = new Set(['refunding', 'refunded', 'refund_failed']);

function Ended({ order, onDone }: { order: Order; onDone(): void }) {
  const { t } = useWords();
  const { state, recipient, cash, amount_minor, currency } = order;
  const ok = <Choice primary title={t('terminal.ok')} onChoose={onDone} />;
  if (cash !== undefined && (GIVEN_UP.has(state) || FAILED.has(state)))
    return (
      <Question
        title={t('terminal.given_up')}
        hint={t('terminal.cash_back', { amount: { amount_minor, currency } })}
      >
        {ok}
      </Question>
    );
  if (GIVEN_UP.has(state))
    return (
      <Question title={t('terminal.given_up')} hint={t('terminal.given_up_detail')}>
        {ok}
      </Question>
    );
  if (state === 'declined')
    return (
      <Question title={t('terminal.declined')} hint={t('terminal.declined_detail')}>
        {ok}
      </Question>
    );
  if (FAILED.has(state))
    return (
      <Question title={t('terminal.not_bought')} hint={t('terminal.not_bought_detail')}>
        {ok}
      </Question>
    );
  const masked_name = recipient?.masked_name ?? '';
  return (
    <Question title={t('terminal.bought')} hint={t('terminal.bought_detail', { masked_name })}>
      {ok}
    </Question>
  );
}
