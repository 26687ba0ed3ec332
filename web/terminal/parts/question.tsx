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
  /** What stands under the question: what was typed, what else one can do. */
  said?: ReactNode;
  /** The keys or choices by which it is answered. */
  children?: ReactNode;
};

/** One question a screen: on a wide one it stands left of its keys, on a narrow one above them. */
export function Question({ title, hint, onBack, said, children }: QuestionProps) {
  const { t } = useCommonWords();
  const heading = useRef<HTMLHeadingElement>(null);
  // A reader of the screen hears each new question, and the keyboard begins there. The title is what makes it new.
  // biome-ignore lint/correctness/useExhaustiveDependencies: said above
  useEffect(() => heading.current?.focus(), [title]);
  return (
    <div className="question">
      <div className="asked">
        {onBack && (
          <button type="button" className="plain back" onClick={onBack}>
            <IconArrowLeft size={28} aria-hidden />
            {t('common.back')}
          </button>
        )}
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {hint && <p className="hint">{hint}</p>}
        {said}
      </div>
      {children && <div className="answers">{children}</div>}
    </div>
  );
}

/** A thing to do, big enough for any finger. */
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

/** What was refused, in the server's words, beside what was typed. */
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
