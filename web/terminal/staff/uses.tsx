import { TextInput } from '@mantine/core';
import { IconChevronRight } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { Answer } from '../../kit/notice.tsx';
import { answered } from '../../kit/problem.ts';
import { useTerminal } from '../device/terminal.tsx';
import { Question } from '../parts/question.tsx';
import { useWords } from '../words.ts';
import { Reverse } from './reverse.tsx';
import { bySale, type SaleUses, sumsOf } from './use.ts';

const USES_MAX = 30;

/** Sales in this store: the latest, or that of one receipt; each can be reversed. */
export function Uses({ onBack }: { onBack(): void }) {
  const { t } = useWords();
  const { api } = useTerminal();
  const [typed, setTyped] = useState('');
  const [reference, setReference] = useState('');
  const [chosen, setChosen] = useState<SaleUses | undefined>(undefined);
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
    // A use or reversal of a moment ago must be listed: nobody may open a sale as it was before.
    staleTime: 0,
    gcTime: 0,
  });
  if (chosen !== undefined) return <Reverse sale={chosen} onBack={() => setChosen(undefined)} />;
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
              {bySale(redemptions).map((sale) => (
                <SaleRow key={sale[0].redemption_id} sale={sale} onOpen={() => setChosen(sale)} />
              ))}
            </ul>
          )
        }
      </Answer>
    </Question>
  );
}

function SaleRow({ sale, onOpen }: { sale: SaleUses; onOpen(): void }) {
  const { t, money, dateTime } = useWords();
  const [{ currency, sale_reference, at, clerk_name }] = sale;
  const { amount_minor, left_minor } = sumsOf(sale);
  const reversed_minor = amount_minor - left_minor;
  const state =
    reversed_minor === 0
      ? ''
      : left_minor === 0
        ? t('till.use_reversed_all')
        : t('till.use_reversed_part', { amount: { amount_minor: reversed_minor, currency } });
  const about = [
    sale_reference,
    clerk_name,
    sale.length > 1 ? t('till.sale_certificates', { count: sale.length }) : null,
  ];
  return (
    <li>
      <button type="button" className="row" onClick={onOpen}>
        <span className="certificate-card">
          <span className="sr-only">{t('till.sale_open')}</span>
          <strong className="amount">{money({ amount_minor, currency })}</strong>
          <span className="small">{dateTime(at)}</span>
          <span className="small">{about.filter(Boolean).join(' · ')}</span>
          {state !== '' && <span className="small warned">{state}</span>}
        </span>
        <IconChevronRight size={28} aria-hidden />
      </button>
    </li>
  );
}
