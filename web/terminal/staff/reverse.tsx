import { useState } from 'react';
import { useTerminal } from '../device/terminal.tsx';
import { AmountQuestion } from '../parts/digits.tsx';
import { Choice, Question, Refused } from '../parts/question.tsx';
import { useWords } from '../words.ts';
import type { Use } from './use.ts';

/** Reverses a use: all that is left of it, or a part. */
export function Reverse({ use, onBack }: { use: Use; onBack(): void }) {
  const { t, money, dateTime } = useWords();
  const { submit, online } = useTerminal();
  const { redemption_id, currency, sale_reference } = use;
  const left_minor = use.amount_minor - use.reversed_minor;
  const [amount, setAmount] = useState<number | undefined>(undefined);
  const [partly, setPartly] = useState(false);
  const [begun, setBegun] = useState(false);
  const [problem, setProblem] = useState<unknown>(undefined);
  const of = `${money({ amount_minor: use.amount_minor, currency })} · ${sale_reference} · ${dateTime(use.at)}`;

  if (partly)
    return (
      <AmountQuestion
        title={t('till.reverse_part_amount')}
        hint={of}
        currency={currency}
        onBack={() => setPartly(false)}
        onAmount={(part) => {
          setAmount(part);
          setPartly(false);
        }}
      />
    );
  if (amount === undefined) {
    const all = t('till.reverse_all', { amount: { amount_minor: left_minor, currency } });
    return (
      <Question title={t('till.reverse_title')} hint={of} onBack={onBack}>
        <div className="choices">
          <Choice primary title={all} onChoose={() => setAmount(left_minor)} />
          <Choice title={t('till.reverse_part')} onChoose={() => setPartly(true)} />
        </div>
      </Question>
    );
  }
  const now = t('till.reverse_now', { amount: { amount_minor: amount, currency } });
  const reverse = () => {
    setBegun(true);
    submit({
      kind: 'reverse',
      idempotency_key: crypto.randomUUID(),
      begun_at: new Date().toISOString(),
      redemption_id,
      amount_minor: amount,
      currency,
      sale_reference,
    }).catch((thrown) => {
      setBegun(false);
      setProblem(thrown);
    });
  };
  return (
    <Question
      title={`${now}?`}
      hint={of}
      onBack={() => setAmount(undefined)}
      details={<Refused problem={problem} />}
    >
      <Choice primary title={now} disabled={begun || !online} onChoose={reverse} />
    </Question>
  );
}
