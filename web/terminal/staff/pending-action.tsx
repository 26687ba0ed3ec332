import './staff.css';
import { Loader } from '@mantine/core';
import { IconCircleCheck, IconCircleX } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { answered, Problem } from '../../kit/problem.ts';
import { isTerminalUnknown } from '../device/session.ts';
import type { PendingAction } from '../device/store.ts';
import { type Terminal, useTerminal } from '../device/terminal.tsx';
import { Choice, Question, Refused } from '../parts/question.tsx';
import { printReceipt } from '../print/printer.ts';
import { saleReceipt } from '../print/receipts.ts';
import { useWords } from '../words.ts';

const WAIT_MS_FIRST = 1_000;
const WAIT_MS_MAX = 8_000;

type Line = { certificate_id: string; amount_minor: number; balance_minor: number; currency: string };
/** What to do next; whether the server has signed the clerk out. */
type Done = (wasSignedOut?: boolean) => void;
type Outcome = { done: readonly Line[] } | { refused: Problem };

/**
 * A redemption or reversal whose outcome is not known yet. It blocks the terminal and is retried with the same key, so
 * that it takes effect once; the device remembers it across reloads.
 */
export function PendingActionScreen({ action, onDone }: { action: PendingAction; onDone: Done }) {
  const { t } = useWords();
  const terminal = useTerminal();
  const [tries, setTries] = useState(0);
  const [blocked, setBlocked] = useState(false);
  const [outcome, setOutcome] = useState<Outcome | undefined>(undefined);
  const { api, online } = terminal;

  // Retries at once when the connection returns.
  // biome-ignore lint/correctness/useExhaustiveDependencies: said above
  useEffect(() => {
    if (outcome !== undefined) return;
    let stopped = false;
    let timer: ReturnType<typeof setTimeout>;
    async function ask(wait_ms: number) {
      setTries((before) => before + 1);
      const known = await askOnce(api, action).catch((thrown) => {
        if (!stopped) setBlocked(isTerminalUnknown(thrown));
        return undefined;
      });
      if (stopped) return;
      if (known !== undefined) setOutcome(known);
      else timer = setTimeout(ask, wait_ms, Math.min(wait_ms * 2, WAIT_MS_MAX));
    }
    void ask(WAIT_MS_FIRST);
    return () => {
      stopped = true;
      clearTimeout(timer);
    };
  }, [api, action, online]);

  if (outcome !== undefined) return <OutcomeScreen action={action} outcome={outcome} onDone={onDone} />;
  return (
    <Question
      title={t('till.settling')}
      hint={t('till.settling_detail')}
      details={
        <div className="pending" role="status">
          <Loader size={64} aria-hidden />
          <p>{t('till.settling_sale', { sale_reference: saleReferenceOf(action) })}</p>
          {tries > 1 && <p>{t('till.settling_tries', { count: tries })}</p>}
          {blocked && <p className="warned">{t('till.settling_blocked')}</p>}
        </div>
      }
    />
  );
}

/**
 * An action that this device sent when it was enrolled as another terminal. A retry as this terminal could be refused
 * although the action took effect, so staff must check it.
 */
export function PendingElsewhere({ action, onChecked }: { action: PendingAction; onChecked(): void }) {
  const { t } = useWords();
  const sale_reference = saleReferenceOf(action);
  return (
    <Question
      title={t('till.unsettled')}
      hint={t('till.unsettled_detail')}
      details={<p>{t('till.settling_sale', { sale_reference })}</p>}
    >
      <Choice primary title={t('till.unsettled_checked')} onChoose={onChecked} />
    </Question>
  );
}

function OutcomeScreen({
  action,
  outcome,
  onDone,
}: {
  action: PendingAction;
  outcome: Outcome;
  onDone: Done;
}) {
  const words = useWords();
  const { t } = words;
  const { place } = useTerminal();
  const [printing, setPrinting] = useState<unknown>(undefined);
  const isUse = action.kind === 'redeem';
  const wasSignedOut = 'refused' in outcome && outcome.refused.code === 'clerk_required';
  const done = <Choice primary title={t('terminal.ok')} onChoose={() => onDone(wasSignedOut)} />;
  if ('refused' in outcome)
    return (
      <Question
        title={t(isUse ? 'till.not_used' : 'till.not_reversed')}
        details={
          <>
            <IconCircleX className="not-done" size={72} aria-hidden />
            <Refused problem={outcome.refused} />
          </>
        }
      >
        {done}
      </Question>
    );
  const { currency } = action;
  const amount_minor = outcome.done.reduce((sum, line) => sum + line.amount_minor, 0);
  const lines = outcome.done.map((line) => ({
    ...line,
    last4: isUse ? (action.last4s[line.certificate_id] ?? '') : '',
  }));
  const print = () => {
    const sale_reference = saleReferenceOf(action);
    printReceipt(
      saleReceipt(words, place, {
        sale_reference,
        at: action.begun_at,
        clerk_name: action.clerk_name,
        currency,
        lines,
      }),
      words,
    ).then(() => setPrinting(undefined), setPrinting);
  };
  return (
    <Question
      title={t(isUse ? 'till.used' : 'till.reversed', { amount: { amount_minor, currency } })}
      details={
        <>
          <IconCircleCheck className="done" size={72} aria-hidden />
          <p className="hint">{t('till.settling_sale', { sale_reference: saleReferenceOf(action) })}</p>
          {isUse &&
            lines.map(({ certificate_id, last4, balance_minor }) => (
              <p key={certificate_id} className="hint">
                {t('till.used_left', { last4, balance: { amount_minor: balance_minor, currency } })}
              </p>
            ))}
          <Refused problem={printing} />
        </>
      }
    >
      <div className="choices">
        {done}
        {isUse && <Choice title={t('till.receipt')} onChoose={print} />}
      </div>
    </Question>
  );
}

/** Done or refused; throws while the outcome is unknown. */
async function askOnce(api: Terminal['api'], action: PendingAction): Promise<Outcome> {
  const headers = { 'idempotency-key': action.idempotency_key };
  try {
    if (action.kind === 'redeem') {
      const { lines } = await answered(api.POST('/v1/redemptions', { headers, body: action.body }));
      return { done: lines };
    }
    const { redemption_id, amount_minor } = action;
    const { balance_minor, currency } = await answered(
      api.POST('/v1/redemptions/{redemption_id}/reversal', {
        params: { path: { redemption_id } },
        headers,
        body: { amount_minor },
      }),
    );
    return { done: [{ certificate_id: '', amount_minor, balance_minor, currency }] };
  } catch (thrown) {
    if (thrown instanceof Problem && isKnown(thrown)) return { refused: thrown };
    throw thrown;
  }
}

/**
 * Whether a problem proves that the action did not take effect. It does not when no answer came, the server failed, the
 * first request is still running, a rate limit was hit, or the terminal itself was not authenticated.
 */
function isKnown({ status, code }: Problem): boolean {
  const ofTheTerminal = ['unauthenticated', 'session_expired', 'terminal_unknown'];
  return status >= 400 && status < 500 && status !== 409 && status !== 429 && !ofTheTerminal.includes(code)
    ? true
    : status === 409 && code !== 'request_in_progress';
}

function saleReferenceOf(action: PendingAction): string {
  return action.kind === 'redeem' ? action.body.sale_reference : action.sale_reference;
}
