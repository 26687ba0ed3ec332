import type { ReactNode } from 'react';
import { useSecretRequest } from '../device/secret-request.ts';
import { useTerminal } from '../device/terminal.tsx';
import { formatAsTyped, SecretQuestion } from '../parts/digits.tsx';
import { Choice, Question, Refused, Waiting } from '../parts/question.tsx';
import { useWords } from '../words.ts';

const CODE_DIGITS = { min: 6, max: 6 };

type By = 'text' | 'call';
export type CodeSent = { request_id: string; expires_in_minutes: number; sent_by: By };

/** A code is told to a phone, by text or by a call, and typed here. */
export function PhoneCode({
  phone,
  title,
  hint,
  ask,
  sent,
  onSent,
  busy = false,
  problem,
  onBack,
  onCode,
  more,
}: {
  phone: string;
  title: string;
  hint: string;
  ask(by: By): Promise<CodeSent>;
  /** The code that was asked for; none yet, or none any more. */
  sent: CodeSent | undefined;
  onSent(sent: CodeSent | undefined): void;
  busy?: boolean;
  /** Why the code typed last was refused. */
  problem: unknown;
  onBack(): void;
  onCode(code: string, sent: CodeSent): void;
  /** Other ways than a code. */
  more?: ReactNode;
}) {
  const { t } = useWords();
  const { online } = useTerminal();
  const asking = useSecretRequest(ask, onSent);
  if (sent === undefined)
    return (
      <Question
        title={title}
        hint={hint}
        onBack={onBack}
        details={
          <>
            <p className="typed">{formatAsTyped(phone)}</p>
            <Refused problem={asking.problem} />
            {asking.busy && <Waiting />}
          </>
        }
      >
        <div className="choices">
          <Choice
            primary
            title={t('terminal.code_send')}
            disabled={asking.busy || !online}
            onChoose={() => void asking.send('text')}
          />
          <Choice
            title={t('terminal.code_call')}
            disabled={asking.busy || !online}
            onChoose={() => void asking.send('call')}
          />
          {more}
        </div>
      </Question>
    );
  const told = sent.sent_by === 'call' ? 'terminal.code_called_hint' : 'terminal.code_hint';
  const spoken = { phone: formatAsTyped(phone), minutes: sent.expires_in_minutes };
  return (
    <SecretQuestion
      key="code"
      title={t('terminal.code')}
      hint={problem === undefined ? t(told, spoken) : undefined}
      digits={CODE_DIGITS}
      secret={false}
      busy={busy}
      offline={!online}
      problem={problem}
      onBack={() => onSent(undefined)}
      onSecret={(code) => onCode(code, sent)}
    />
  );
}
