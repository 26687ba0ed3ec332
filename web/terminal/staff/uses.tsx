import { TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { Answer } from '../../kit/notice.tsx';
import { answered } from '../../kit/problem.ts';
import { useTerminal } from '../device/terminal.tsx';
import { Question } from '../parts/question.tsx';
import { useWords } from '../words.ts';
import { Reverse } from './reverse.tsx';
import type { Use } from './use.ts';

const USES_MAX = 30;

/** Uses in this store: the latest, or those of one receipt; each can be reversed. */
export function Uses({ onBack }: { onBack(): void }) {
  const { t } = useWords();
  const { api } = useTerminal();
  const [typed, setTyped] = useState('');
  const [reference, setReference] = useState('');
  const [chosen, setChosen] = useState<Use | undefined>(undefined);
  const uses = useQuery({
    queryKey: ['uses', reference],
    queryFn: () =>
      answered(
        api.GET('/v1/redemptions', {
          params: {
            query: { limit: USES_MAX, ...(reference === '' ? {} : { sale_reference: reference }) },
          },
        }),
      ),
    // A use or reversal of a moment ago must be listed.
    staleTime: 0,
  });
  if (chosen !== undefined) return <Reverse use={chosen} onBack={() => setChosen(undefined)} />;
  const find = (event: FormEvent) => {
    event.preventDefault();
    setReference(typed.trim().toUpperCase());
  };
  return (
    <Question
      title={reference === '' ? t('till.uses_recent') : t('till.uses_of_sale', { sale_reference: reference })}
      onBack={reference === '' ? onBack : () => setReference('')}
      details={
        <form onSubmit={find} className="log-in">
          <TextInput
            size="xl"
            label={t('till.uses_find')}
            description={t('till.uses_find_hint')}
            value={typed}
            autoComplete="off"
            maxLength={64}
            onChange={({ currentTarget }) => setTyped(currentTarget.value)}
          />
          <button type="submit" className="key key-done" disabled={typed.trim() === ''}>
            {t('till.uses_search')}
          </button>
        </form>
      }
    >
      <Answer of={uses} height={400}>
        {({ redemptions }) =>
          redemptions.length === 0 ? (
            <p className="hint">{t('till.uses_none')}</p>
          ) : (
            <ul className="choices shares">
              {redemptions.map((use) => (
                <UseRow key={use.redemption_id} use={use} onReverse={() => setChosen(use)} />
              ))}
            </ul>
          )
        }
      </Answer>
    </Question>
  );
}

function UseRow({ use, onReverse }: { use: Use; onReverse(): void }) {
  const { t, money, dateTime } = useWords();
  const { amount_minor, reversed_minor, currency, sale_reference, at } = use;
  const state =
    reversed_minor === 0
      ? ''
      : reversed_minor === amount_minor
        ? t('till.use_reversed_all')
        : t('till.use_reversed_part', { amount: { amount_minor: reversed_minor, currency } });
  return (
    <li>
      <span className="certificate-card">
        <strong className="amount">{money({ amount_minor, currency })}</strong>
        <span className="small">
          {dateTime(at)} · {sale_reference}
        </span>
        {state !== '' && <span className="small warned">{state}</span>}
      </span>
      <button
        type="button"
        className="plain"
        aria-label={`${t('till.reverse')}, ${sale_reference}, ${money({ amount_minor, currency })}`}
        disabled={reversed_minor === amount_minor}
        onClick={onReverse}
      >
        {t('till.reverse')}
      </button>
    </li>
  );
}
