import { useState } from 'react';
import { answered, Problem } from '../../kit/problem.ts';
import { useSecretRequest } from '../device/secret-request.ts';
import { publicApi } from '../device/session.ts';
import { useTerminal } from '../device/terminal.tsx';
import { NewPin } from '../parts/new-pin.tsx';
import { Choice } from '../parts/question.tsx';
import { useWords } from '../words.ts';
import { type CodeSent, PhoneCode } from './phone-code.tsx';

/** A forgotten PIN: the phone is told a code, by text or by a call, then a new PIN is typed twice. Or a clerk helps. */
export function ForgottenPin({
  phone,
  onBack,
  onClerk,
  onNewPin,
}: {
  phone: string;
  onBack(): void;
  onClerk(): void;
  onNewPin(pin: string): void;
}) {
  const { t, locale } = useWords();
  const { place, online } = useTerminal();
  const [sent, setSent] = useState<CodeSent | undefined>(undefined);
  const [code, setCode] = useState<string | undefined>(undefined);
  const unlock = useSecretRequest(async (input: { request_id: string; code: string; new_pin: string }) => {
    await answered(publicApi.POST('/v1/unlocks', { body: { phone, ...input } })).catch((thrown) => {
      // A refused code is typed again; a refused PIN is chosen again.
      if (!(thrown instanceof Problem && thrown.code.startsWith('pin_'))) setCode(undefined);
      throw thrown;
    });
    return input.new_pin;
  }, onNewPin);

  if (sent === undefined || code === undefined)
    return (
      <PhoneCode
        phone={phone}
        title={t('terminal.code_ask')}
        hint={t('terminal.code_ask_hint')}
        ask={(by) => answered(publicApi.POST('/v1/unlock-codes', { body: { phone, locale, by } }))}
        sent={sent}
        onSent={setSent}
        problem={unlock.problem}
        onBack={onBack}
        onCode={(typed) => {
          unlock.clearProblem();
          setCode(typed);
        }}
        more={
          <Choice
            title={t('terminal.clerk_ask')}
            hint={t('terminal.clerk_ask_hint')}
            disabled={!online}
            onChoose={onClerk}
          />
        }
      />
    );
  return (
    <NewPin
      title={t('terminal.new_pin')}
      hint={t('terminal.new_pin_hint')}
      digits={place.pin_digits}
      busy={unlock.busy}
      problem={unlock.problem}
      onPin={(new_pin) => void unlock.send({ request_id: sent.request_id, code, new_pin })}
    />
  );
}
