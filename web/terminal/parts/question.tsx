import './question.css';
import { Loader } from '@mantine/core';
import { IconAlertCircle, IconArrowLeft } from '@tabler/icons-react';
import { type ReactNode, useEffect, useRef } from 'react';
import { useProblemText } from '../../kit/problem.ts';
import { useCommonWords } from '../../kit/words.tsx';
import { useWords } from '../words.ts';

type QuestionProps = {
  title: string;
  hint?: ReactNode;
  onBack?(): void;
  /** Shown below the question: the input so far, secondary actions. */
  details?: ReactNode;
  /** The keys or choices that answer it. */
  children?: ReactNode;
};

/** One question per screen: left of its keys on a wide screen, above them on a narrow one. */
export function Question({ title, hint, onBack, details, children }: QuestionProps) {
  const { t } = useCommonWords();
  const heading = useRef<HTMLHeadingElement>(null);
  // Focuses each new question for screen readers and keyboards. A new title makes a new question.
  // biome-ignore lint/correctness/useExhaustiveDependencies: said above
  useEffect(() => heading.current?.focus(), [title]);
  return (
    <div className="question">
      <div className="prompt">
        <div className="asked">
          {onBack && (
            <button type="button" className="plain back" onClick={onBack}>
              <IconArrowLeft size={28} aria-hidden />
              <span className="back-name">{t('common.back')}</span>
            </button>
          )}
          <h1 ref={heading} tabIndex={-1}>
            {title}
          </h1>
        </div>
        {hint && <p className="hint">{hint}</p>}
        {details}
      </div>
      {children && <div className="answers">{children}</div>}
    </div>
  );
}

/** A choice, big enough for any finger. */
export function Choice({
  title,
  hint,
  icon,
  primary = false,
  disabled = false,
  onChoose,
}: {
  title: string;
  hint?: string;
  icon?: ReactNode;
  primary?: boolean;
  disabled?: boolean;
  onChoose(): void;
}) {
  return (
    <button
      type="button"
      className={primary ? 'choice primary' : 'choice'}
      disabled={disabled}
      onClick={onChoose}
    >
      {icon}
      <span>
        <span className="choice-title">{title}</span>
        {hint && <span className="choice-hint">{hint}</span>}
      </span>
    </button>
  );
}

/** A refusal in the server's words. */
export function Refused({ problem }: { problem: unknown }) {
  const textOf = useProblemText();
  if (problem === undefined || problem === null) return null;
  const { title, detail } = textOf(problem);
  return (
    <div className="refused" role="alert">
      <IconAlertCircle size={32} aria-hidden />
      <div>
        <strong>{title}</strong>
        <p>{detail}</p>
      </div>
    </div>
  );
}

export function Waiting() {
  const { t } = useWords();
  return (
    <p className="waiting" role="status">
      <Loader size="md" aria-hidden />
      {t('terminal.waiting')}
    </p>
  );
}
