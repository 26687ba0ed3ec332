import { useMutation } from '@tanstack/react-query';
import { answered } from '../../kit/problem.ts';
import { useTerminal } from '../device/terminal.tsx';
import { Choice, Question, Refused, Waiting } from '../parts/question.tsx';
import { useWords } from '../words.ts';
import { leaveForCard } from './card-trip.ts';
import type { Card, Member } from './member.ts';

type ChooseCardProps = {
  member: Member;
  amount_minor: number;
  busy: boolean;
  problem: unknown;
  onBack(): void;
  onCard(card: Card): void;
  /** Undefined where no cash is taken, or not so much. */
  onCash: (() => void) | undefined;
};

/** One of the member's cards, cash, or another card, which they add on the payment provider's page. */
export function ChooseCard({ member, amount_minor, busy, problem, onBack, onCard, onCash }: ChooseCardProps) {
  const { t, locale } = useWords();
  const { online } = useTerminal();
  const { api, cards, name, shop, management_url, session_token } = member;
  const add = useMutation({
    mutationFn: () =>
      answered(api.POST('/v1/payment-method-setups', { params: { query: { shop_id: shop.shop_id } } })),
    onSuccess: ({ card_entry_url }) =>
      leaveForCard(card_entry_url, locale, { management_url, session_token, name, amount_minor }),
  });
  // The other page takes a moment to open.
  const waiting = busy || add.isPending || add.isSuccess;
  const none = cards.length === 0;
  return (
    <Question
      title={t(onCash ? 'terminal.pay_how' : none ? 'terminal.card_none' : 'terminal.card')}
      hint={none && t(onCash ? 'terminal.card_none' : 'terminal.card_none_detail')}
      onBack={onBack}
      details={
        <>
          <Refused problem={problem ?? add.error} />
          {waiting && <Waiting />}
        </>
      }
    >
      <div className="choices">
        {cards.map((card) => (
          <Choice
            key={card.payment_method_id}
            title={card.brand.toUpperCase()}
            hint={
              card.charged_at_capture
                ? t('terminal.card_charged_later', { card: card.masked_number })
                : card.masked_number
            }
            disabled={waiting}
            onChoose={() => onCard(card)}
          />
        ))}
        {onCash && (
          <Choice
            primary={none}
            title={t('terminal.cash')}
            hint={t('terminal.cash_hint')}
            disabled={waiting || !online}
            onChoose={onCash}
          />
        )}
        <Choice
          primary={none && onCash === undefined}
          title={t('terminal.card_add')}
          hint={t('terminal.card_add_hint')}
          disabled={waiting || !online}
          onChoose={() => add.mutate()}
        />
      </div>
    </Question>
  );
}
