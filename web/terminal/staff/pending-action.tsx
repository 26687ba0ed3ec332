import './staff.css';
import { Loader } from '@mantine/core';
import { useEffect, useState } from 'react';
import { answered, Problem } from '../../kit/problem.ts';
import { useDisplay } from '../device/display.ts';
import { isTerminalUnknown } from '../device/session.ts';
import type { PendingAction } from '../device/store.ts';
import { type Terminal, useTerminal } from '../device/terminal.tsx';
import { Choice, Question } from '../parts/question.tsx';
import { useWords } from '../words.ts';
import { DoneOutcome, type Line, RefusedOutcome, saleReferenceOf } from './outcome.tsx';

const WAIT_MS_FIRST = 1_000;
const WAIT_MS_MAX = 8_000;

/** What to do next: the server has signed the clerk out, or they want to go on selling. */
type Done = (then?: 'signed_out' | 'next_sale') => void;
type Outcome = { done: readonly Line[] } | { refused: Problem };

/**
 * A redemption or reversal whose outcome is not known yet. It blocks the terminal and is retried with the same key, so
 * that it takes effect once; the device remembers it across reloads.
 */
export function PendingActionScreen({ action, onDone }: { action: PendingAction; onDone: Done }) {
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

  if (outcome !== undefined && 'refused' in outcome)
    return <RefusedOutcome action={action} refused={outcome.refused} onDone={onDone} />;
  if (outcome !== undefined) return <DoneOutcome action={action} lines={outcome.done} onDone={onDone} />;
  return <Unsettled action={action} tries={tries} blocked={blocked} />;
}

function Unsettled({ action, tries, blocked }: { action: PendingAction; tries: number; blocked: boolean }) {
  const { t, locale } = useWords();
  useDisplay({ at: 'checking' }, locale);
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

/** Done or refused; throws while the outcome is unknown. */
async function askOnce(api: Terminal['api'], action: PendingAction): Promise<Outcome> {
  const headers = { 'idempotency-key': action.idempotency_key };
  try {
    if (action.kind === 'redeem') {
      const { lines } = await answered(api.POST('/v1/redemptions', { headers, body: action.body }));
      return { done: lines };
    }
    const { redemption_id, amount_minor, reason, approval_id } = action;
    const by = {
      ...(reason === undefined ? {} : { reason }),
      ...(approval_id === undefined ? {} : { approval_id }),
    };
    const of = { params: { path: { redemption_id } }, headers };
    if (action.kind === 'reverse_sale') {
      const sale = api.POST('/v1/redemptions/{redemption_id}/sale-reversal', { ...of, body: by });
      const { reversals } = await answered(sale);
      return { done: reversals.map((reversal) => ({ ...reversal, certificate_id: '' })) };
    }
    const part = { ...of, body: { amount_minor, ...by } };
    const reversed = await answered(api.POST('/v1/redemptions/{redemption_id}/reversal', part));
    return { done: [{ ...reversed, certificate_id: '' }] };
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
