import { useState } from 'react';
import { answered, Problem } from '../../kit/problem.ts';
import { useSecretRequest } from '../device/secret-request.ts';
import { publicApi } from '../device/session.ts';
import { useTerminal } from '../device/terminal.tsx';
import { formatAsTyped, SecretQuestion } from '../parts/digits.tsx';
import { Choice, Question, Refused, Waiting } from '../parts/question.tsx';
import { useWords } from '../words.ts';

const CODE_DIGITS = { min: 6, max: 6 };

type SentBy = 'text' | 'call';

type Step =
  | { at: 'ask' }
  | { at: 'code'; request_id: string; minutes: number; sent_by: SentBy }
  | { at: 'pin'; request_id: string; code: string }
  | { at: 'again'; request_id: string; code: string; pin: string };

/** A forgotten or locked PIN: the phone is told a code, by text or by a call, then a new PIN is typed twice. */
export function ForgottenPin({
  phone,
  onBack,
  onNewPin,
}: {
  phone: string;
  onBack(): void;
  onNewPin(pin: string): void;
}) {
  const { t, locale } = useWords();
  const { place, online } = useTerminal();
  const [step, setStep] = useState<Step>({ at: 'ask' });
  const [differs, setDiffers] = useState(false);
  const send = useSecretRequest(
    (by: SentBy) => answered(publicApi.POST('/v1/unlock-codes', { body: { phone, locale, by } })),
    ({ expires_in_minutes: minutes, ...sent }) => setStep({ at: 'code', minutes, ...sent }),
  );
  const unlock = useSecretRequest(async (input: { request_id: string; code: string; new_pin: string }) => {
    const { request_id, code, new_pin } = input;
    // A refused code goes back to the code step; a refused PIN is typed again here.
    await answered(publicApi.POST('/v1/unlocks', { body: { phone, ...input } })).catch((thrown) => {
      const isAboutPin = thrown instanceof Problem && thrown.code.startsWith('pin_');
      setStep(
        isAboutPin
          ? { at: 'pin', request_id, code }
          : { at: 'code', request_id, minutes: 0, sent_by: 'text' },
      );
      throw thrown;
    });
    return new_pin;
  }, onNewPin);

  if (step.at === 'ask')
    return (
      <Question
        title={t('terminal.code_ask')}
        hint={t('terminal.code_ask_hint')}
        onBack={onBack}
        details={
          <>
            <p className="typed">{formatAsTyped(phone)}</p>
            <Refused problem={send.problem} />
            {send.busy && <Waiting />}
          </>
        }
      >
        <Choice
          primary
          title={t('terminal.code_send')}
          disabled={send.busy || !online}
          onChoose={() => void send.send('text')}
        />
        <Choice
          title={t('terminal.code_call')}
          disabled={send.busy || !online}
          onChoose={() => void send.send('call')}
        />
      </Question>
    );
  if (step.at === 'code') {
    const { request_id, minutes, sent_by } = step;
    const told = sent_by === 'call' ? 'terminal.code_called_hint' : 'terminal.code_hint';
    const hint = minutes > 0 ? t(told, { phone: formatAsTyped(phone), minutes }) : undefined;
    return (
      <SecretQuestion
        key="code"
        title={t('terminal.code')}
        hint={hint}
        digits={CODE_DIGITS}
        secret={false}
        problem={unlock.problem}
        onBack={() => setStep({ at: 'ask' })}
        onSecret={(code) => {
          unlock.clearProblem();
          setStep({ at: 'pin', request_id, code });
        }}
      />
    );
  }
  const { request_id, code } = step;
  if (step.at === 'pin') {
    const mismatch = differs
      ? new Problem({ code: 'pin_differs', title: t('terminal.new_pin_differs') })
      : undefined;
    return (
      <SecretQuestion
        key="pin"
        title={t('terminal.new_pin')}
        hint={t('terminal.new_pin_hint')}
        digits={place.pin_digits}
        problem={mismatch ?? unlock.problem}
        onSecret={(pin) => {
          setDiffers(false);
          unlock.clearProblem();
          setStep({ at: 'again', request_id, code, pin });
        }}
      />
    );
  }
  return (
    <SecretQuestion
      key="again"
      title={t('terminal.new_pin_again')}
      hint={t('terminal.new_pin_again_hint')}
      digits={place.pin_digits}
      busy={unlock.busy}
      offline={!online}
      onBack={() => setStep({ at: 'pin', request_id, code })}
      onSecret={(repeated) => {
        if (repeated === step.pin) void unlock.send({ request_id, code, new_pin: repeated });
        else {
          setDiffers(true);
          setStep({ at: 'pin', request_id, code });
        }
      }}
    />
  );
}
