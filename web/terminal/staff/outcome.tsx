import './staff.css';
import { IconCircleCheck, IconCircleX } from '@tabler/icons-react';
import { useEffect, useEffectEvent, useState } from 'react';
import type { Problem } from '../../kit/problem.ts';
import { useDisplay } from '../device/display.ts';
import type { PendingAction } from '../device/store.ts';
import { useTerminal } from '../device/terminal.tsx';
import { Choice, Question, Refused } from '../parts/question.tsx';
import { printReceipt } from '../print/printer.ts';
import { saleReceipt } from '../print/receipts.ts';
import { useWords } from '../words.ts';

/** After so long a finished sale leaves the screen: it shows somebody's balance. */
const LEAVES_S = 20;

export type Line = { certificate_id: string; amount_minor: number; balance_minor: number; currency: string };

/** A redemption or reversal that was refused: nothing was moved. */
export function RefusedOutcome({
  action,
  refused,
  onDone,
}: {
  action: PendingAction;
  refused: Problem;
  onDone(then?: 'signed_out'): void;
}) {
  const { t, locale } = useWords();
  useDisplay({ at: 'refused' }, locale);
  return (
    <Question
      title={t(action.kind === 'redeem' ? 'till.not_used' : 'till.not_reversed')}
      details={
        <>
          <IconCircleX className="not-done" size={72} aria-hidden />
          <Refused problem={refused} />
        </>
      }
    >
      <Choice
        primary
        title={t('terminal.ok')}
        onChoose={() => onDone(refused.code === 'clerk_required' ? 'signed_out' : undefined)}
      />
    </Question>
  );
}

/** A redemption or reversal that was made. It leaves the screen by itself. */
export function DoneOutcome({
  action,
  lines: done,
  onDone,
}: {
  action: PendingAction;
  lines: readonly Line[];
  onDone(then?: 'next_sale'): void;
}) {
  const words = useWords();
  const { t, money, locale } = words;
  const { place } = useTerminal();
  const [printing, setPrinting] = useState<unknown>(undefined);
  const [prints, setPrints] = useState(0);
  useLeaving(prints, () => onDone());
  const { currency } = action;
  const isUse = action.kind === 'redeem';
  const amount_minor = done.reduce((sum, line) => sum + line.amount_minor, 0);
  const rest_minor = isUse ? Math.max(0, (action.due_minor ?? amount_minor) - amount_minor) : 0;
  useDisplay(
    isUse ? { at: 'used', amount_minor, rest_minor, currency } : { at: 'reversed', amount_minor, currency },
    locale,
  );
  const sale_reference = saleReferenceOf(action);
  const lines = done.map((line) => ({
    ...line,
    last4: isUse ? (action.last4s[line.certificate_id] ?? '') : '',
  }));
  const print = () => {
    setPrints((before) => before + 1);
    const { begun_at: at, clerk_name } = action;
    printReceipt(saleReceipt(words, place, { sale_reference, at, clerk_name, currency, lines }), words).then(
      () => setPrinting(undefined),
      setPrinting,
    );
  };
  return (
    <Question
      title={t(isUse ? 'till.used' : 'till.reversed', { amount: { amount_minor, currency } })}
      details={
        <>
          <IconCircleCheck className="done" size={72} aria-hidden />
          <p className="hint">{t('till.settling_sale', { sale_reference })}</p>
          {rest_minor > 0 && (
            <p className="warned">
              {t('till.share_short', { missing: { amount_minor: rest_minor, currency } })}
            </p>
          )}
          {isUse && (
            <dl className="sum balances">
              {lines.map(({ certificate_id, last4, balance_minor }) => (
                <div key={certificate_id}>
                  <dt>
                    {t('till.balance_after')} <span className="small">{t('terminal.ending', { last4 })}</span>
                  </dt>
                  <dd>
                    <strong>{money({ amount_minor: balance_minor, currency })}</strong>
                  </dd>
                </div>
              ))}
            </dl>
          )}
          <Refused problem={printing} />
        </>
      }
    >
      <div className="choices">
        <Choice
          primary
          title={t(isUse ? 'till.next_sale' : 'terminal.ok')}
          onChoose={() => onDone(isUse ? 'next_sale' : undefined)}
        />
        {isUse && <Choice title={t('till.receipt')} onChoose={print} />}
        <p className="hint">{t('till.closes_in', { seconds: LEAVES_S })}</p>
      </div>
    </Question>
  );
}

/** Calls `then` after that time; a new `round` starts afresh. */
function useLeaving(round: number, then: () => void): void {
  const leave = useEffectEvent(then);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new round starts afresh
  useEffect(() => {
    const timer = setTimeout(() => leave(), LEAVES_S * 1_000);
    return () => clearTimeout(timer);
  }, [round]);
}

export function saleReferenceOf(action: PendingAction): string {
  return action.kind === 'redeem' ? action.body.sale_reference : action.sale_reference;
}
