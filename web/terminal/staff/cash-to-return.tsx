import { IconChevronRight } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { paths } from '../../api/shop.gen.ts';
import { useIdempotentMutation } from '../../kit/idempotent-mutation.ts';
import { Answer } from '../../kit/notice.tsx';
import { answered } from '../../kit/problem.ts';
import { useTerminal } from '../device/terminal.tsx';
import { Choice, Question, Refused, Waiting } from '../parts/question.tsx';
import { useWords } from '../words.ts';
import { type Approval, SecondClerk } from './second-clerk.tsx';

type Owed =
  paths['/v1/terminal/cash-to-return']['get']['responses'][200]['content']['application/json']['owed'][number];

const LIST = ['cash-to-return'];

/** Cash that this store owes for gifts that came to nothing, the oldest first. */
export function CashToReturn({ onBack }: { onBack(): void }) {
  const { t, money } = useWords();
  const { api } = useTerminal();
  const [chosen, setChosen] = useState<Owed | undefined>(undefined);
  const list = useQuery({
    queryKey: LIST,
    queryFn: () => answered(api.GET('/v1/terminal/cash-to-return')),
    // What another clerk has just given back must not be given twice.
    staleTime: 0,
    gcTime: 0,
  });
  if (chosen !== undefined) return <Return owed={chosen} onBack={() => setChosen(undefined)} />;
  return (
    <Question title={t('till.cash')} hint={t('till.cash_hint')} onBack={onBack}>
      <Answer of={list} height={400}>
        {({ owed }) =>
          owed.length === 0 ? (
            <p className="hint">{t('till.cash_none')}</p>
          ) : (
            <ul className="choices shares">
              {owed.map((each) => (
                <li key={each.order_id}>
                  <button type="button" className="row" onClick={() => setChosen(each)}>
                    <span className="certificate-card">
                      <strong className="amount">{money(each)}</strong>
                      <About owed={each} />
                    </span>
                    <IconChevronRight size={28} aria-hidden />
                  </button>
                </li>
              ))}
            </ul>
          )
        }
      </Answer>
    </Question>
  );
}

/** What the clerk compares with what the buyer says. */
function About({ owed: { receipt_no, paid_at, buyer } }: { owed: Owed }) {
  const { t, dateTime } = useWords();
  return (
    <>
      <span className="small">{t('till.cash_receipt', { receipt_no })}</span>
      <span className="small">{dateTime(paid_at)}</span>
      {buyer && (
        <span className="small">
          {t('till.cash_buyer', { name: buyer.masked_name, last4: buyer.member_number_end })}
        </span>
      )}
    </>
  );
}

function Return({ owed, onBack }: { owed: Owed; onBack(): void }) {
  const { t } = useWords();
  const { api, online, place } = useTerminal();
  const queries = useQueryClient();
  const [approval, setApproval] = useState<Approval | undefined>(undefined);
  const { order_id, amount_minor, currency, receipt_no } = owed;
  const path = { order_id };
  const give = useIdempotentMutation((approval_id: string | undefined, headers) =>
    answered(
      api.POST('/v1/terminal/cash-to-return/{order_id}/return', {
        params: { path },
        headers,
        body: approval_id === undefined ? {} : { approval_id },
      }),
    ),
  );
  const amount = { amount_minor, currency };
  const done = () => {
    void queries.invalidateQueries({ queryKey: LIST });
    onBack();
  };
  if (give.isSuccess)
    return (
      <Question title={t('till.cash_returned', { amount })} hint={t('till.cash_receipt', { receipt_no })}>
        <Choice primary title={t('terminal.ok')} onChoose={done} />
      </Question>
    );
  if (amount_minor > place.reversal_alone_max_minor && approval === undefined)
    return (
      <SecondClerk
        of="cash"
        approve={(body) =>
          answered(api.POST('/v1/terminal/cash-to-return/{order_id}/approvals', { params: { path }, body }))
        }
        currency={currency}
        onBack={onBack}
        onApproved={setApproval}
      />
    );
  return (
    <Question
      title={t('till.cash_return_sure', { amount })}
      hint={t('till.cash_return_hint')}
      onBack={onBack}
      details={
        <>
          <p className="certificate-card">
            <About owed={owed} />
          </p>
          {approval && <p>{t('till.second_named', { clerk_name: approval.clerk_name })}</p>}
          <Refused problem={give.error} />
          {give.isPending && <Waiting />}
        </>
      }
    >
      <Choice
        primary
        title={t('till.cash_return', { amount })}
        disabled={give.isPending || !online}
        onChoose={() => give.mutate(approval?.approval_id)}
      />
    </Question>
  );
}
