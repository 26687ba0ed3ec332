import { TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { answered } from '../../kit/problem.ts';
import { useSecretRequest } from '../device/secret-request.ts';
import { useTerminal } from '../device/terminal.tsx';
import { formatAsTyped } from '../parts/digits.tsx';
import { Choice, Question, Refused } from '../parts/question.tsx';
import { useWords } from '../words.ts';
import type { Opened } from './certificate.tsx';
import { type CodeSent, PhoneCode } from './phone-code.tsx';

const DOCUMENTS = ['resident_card', 'driving_licence', 'passport', 'foreigner_card'] as const;
type Document = (typeof DOCUMENTS)[number];
type Proof = { code: string } | { document: Document; name: string };

type Step = { by: 'ask' } | { by: 'code' } | { by: 'document' } | { by: 'name'; document: Document };

/**
 * A clerk who is signed in opens certificates whose PIN is forgotten or can't be tried any more: by a code that the holder's
 * phone is told, or by a document. It is recorded with the clerk's name, and the holder is told.
 */
export function ClerkOpening({
  phone,
  onBack,
  onOpened,
}: {
  phone: string;
  onBack(): void;
  onOpened(opened: Opened): void;
}) {
  const { t, locale } = useWords();
  const { api, online } = useTerminal();
  const [step, setStep] = useState<Step>({ by: 'ask' });
  const [sent, setSent] = useState<CodeSent | undefined>(undefined);
  const { send, busy, problem, clearProblem } = useSecretRequest(
    (proof: Proof) => answered(api.POST('/v1/terminal/openings', { body: { phone, ...proof } })),
    onOpened,
  );
  const go = (next: Step) => {
    clearProblem();
    setStep(next);
  };

  if (step.by === 'code')
    return (
      <PhoneCode
        phone={phone}
        title={t('till.open_code')}
        hint={t('till.open_code_hint')}
        ask={(by) => answered(api.POST('/v1/terminal/opening-codes', { body: { phone, locale, by } }))}
        sent={sent}
        onSent={setSent}
        busy={busy}
        problem={problem}
        onBack={() => go({ by: 'ask' })}
        onCode={(code) => void send({ code })}
      />
    );
  if (step.by === 'name')
    return (
      <DocumentName
        document={step.document}
        busy={busy || !online}
        problem={problem}
        onBack={() => go({ by: 'document' })}
        onName={(name) => void send({ document: step.document, name })}
      />
    );
  if (step.by === 'document')
    return (
      <Question
        title={t('till.open_document')}
        hint={t('till.open_document_hint')}
        onBack={() => go({ by: 'ask' })}
      >
        <div className="choices">
          {DOCUMENTS.map((document) => (
            <Choice
              key={document}
              title={t(`till.document.${document}`)}
              onChoose={() => go({ by: 'name', document })}
            />
          ))}
        </div>
      </Question>
    );
  return (
    <Question
      title={t('till.open')}
      hint={t('till.open_hint')}
      onBack={onBack}
      details={<p className="typed">{formatAsTyped(phone)}</p>}
    >
      <div className="choices">
        <Choice
          primary
          title={t('till.open_by_code')}
          hint={t('till.open_by_code_hint')}
          onChoose={() => go({ by: 'code' })}
        />
        <Choice
          title={t('till.open_by_document')}
          hint={t('till.open_by_document_hint')}
          onChoose={() => go({ by: 'document' })}
        />
      </div>
    </Question>
  );
}

function DocumentName({
  document,
  busy,
  problem,
  onBack,
  onName,
}: {
  document: Document;
  busy: boolean;
  problem: unknown;
  onBack(): void;
  onName(name: string): void;
}) {
  const { t } = useWords();
  const [name, setName] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onName(name.trim());
  };
  return (
    <Question
      title={t('till.document_name')}
      hint={t(`till.document.${document}`)}
      onBack={onBack}
      details={<Refused problem={problem} />}
    >
      <form onSubmit={submit} className="log-in">
        <TextInput
          size="xl"
          label={t('till.document_name_label')}
          description={t('till.document_name_hint')}
          value={name}
          autoComplete="off"
          maxLength={100}
          onChange={({ currentTarget }) => setName(currentTarget.value)}
        />
        <button type="submit" className="key key-done" disabled={busy || name.trim() === ''}>
          {t('till.open_now')}
        </button>
      </form>
    </Question>
  );
}
