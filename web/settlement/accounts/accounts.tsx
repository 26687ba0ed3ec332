import { Button, Group, Modal } from '@mantine/core';
import { useState } from 'react';
import type { paths } from '../../api/settlement.gen.ts';
import { ProblemNotice } from '../../kit/notice.tsx';
import { answered } from '../../kit/problem.ts';
import { Ask } from '../../kit/staff/ask.tsx';
import { NothingHere } from '../../kit/staff/figures.tsx';
import { ChoiceFilter, Filters } from '../../kit/staff/filters.tsx';
import { useFilters, useList } from '../../kit/staff/list.ts';
import { StaffPage } from '../../kit/staff/page.tsx';
import { useStaff } from '../../kit/staff/session.tsx';
import { type Column, ListOf, Waiting } from '../../kit/staff/table.tsx';
import { api } from '../api.ts';
import { Party, StateBadge } from '../parts.tsx';
import { Refuse } from '../refuse.tsx';
import { useCodes, useSettlementWords } from '../words.ts';
import { EnterAccount } from './enter-account.tsx';
import { Proposals, useProposals } from './proposals.tsx';

type Account =
  paths['/v1/staff/payee-accounts']['get']['responses'][200]['content']['application/json']['accounts'][number];

const STATES = ['entered', 'confirmed', 'refused', 'ended'] as const;
const COLORS = { entered: 'orange', confirmed: 'teal', refused: 'red', ended: 'gray' } as const;
const OUT_OF_DATE = [['accounts'], ['payouts']] as const;

/** Where shops' money goes, with who entered and who confirmed each account. */
export function Accounts() {
  const { t, dateTime } = useSettlementWords();
  const codes = useCodes();
  const { may } = useStaff();
  const [isEntering, setEntering] = useState(false);
  const proposals = useProposals();
  const { values, set } = useFilters(['state']);
  const state = STATES.find((known) => known === values.state);
  const list = useList(
    ['accounts', state],
    ({ account_id }: Account) => account_id,
    async ({ cursor, limit }) => {
      const query = {
        limit,
        ...(state === undefined ? {} : { state }),
        ...(cursor === undefined ? {} : { before: cursor }),
      };
      const { accounts } = await answered(api.GET('/v1/staff/payee-accounts', { params: { query } }));
      return accounts;
    },
  );
  const columns: Column<Account>[] = [
    { head: t('accounts.shop'), cell: ({ payee }) => <Party of={payee} /> },
    {
      head: t('accounts.account'),
      cell: ({ bank_code, last4 }) => t('accounts.ending', { bank: bank_code ?? 'IBAN', last4 }),
    },
    { head: t('account.currency'), cell: ({ currency }) => currency },
    { head: t('account.holder'), cell: ({ holder }) => holder },
    {
      head: t('payments.state'),
      cell: (account) => (
        <StateBadge color={COLORS[account.state]}>{codes('account_state', account.state)}</StateBadge>
      ),
    },
    {
      head: t('accounts.entered'),
      cell: ({ entered_by: name, entered_at: at }) => t('accounts.entered_by', { name, at }),
    },
    {
      head: t('accounts.decided'),
      cell: ({ decided_by, decided_at }) =>
        decided_by === null || decided_at === null ? '—' : `${decided_by}, ${dateTime(decided_at)}`,
    },
    { head: t('payouts.do'), cell: (account) => <Decide account={account} /> },
  ];
  // They stand above the list, and would move it if they came later.
  if (proposals.isPending)
    return (
      <StaffPage title={t('accounts.title')} intro={t('accounts.intro')}>
        <Waiting />
      </StaffPage>
    );
  return (
    <StaffPage title={t('accounts.title')} intro={t('accounts.intro')}>
      {proposals.data === undefined ? (
        <ProblemNotice thrown={proposals.error} onAgain={() => proposals.refetch()} />
      ) : (
        <Proposals of={proposals.data.proposals} />
      )}
      <Group align="flex-end" justify="space-between">
        <Filters>
          <ChoiceFilter
            label={t('payments.state')}
            value={state}
            choices={STATES.map((value) => ({ value, label: codes('account_state', value) }))}
            onChoose={(chosen) => set({ state: chosen })}
          />
        </Filters>
        {may('treasurer') && <Button onClick={() => setEntering(true)}>{t('accounts.enter')}</Button>}
      </Group>
      <ListOf
        of={list}
        label={t('accounts.title')}
        columns={columns}
        keyOf={({ account_id }) => account_id}
        empty={<NothingHere title={t('accounts.none')}>{t('accounts.none_detail')}</NothingHere>}
      />
      <Modal
        opened={isEntering}
        onClose={() => setEntering(false)}
        title={t('accounts.enter_title')}
        closeButtonProps={{ 'aria-label': t('common.close') }}
      >
        <EnterAccount onDone={() => setEntering(false)} />
      </Modal>
    </StaffPage>
  );
}

function Decide({ account: { account_id, payee, last4, state } }: { account: Account }) {
  const { t } = useSettlementWords();
  const { may } = useStaff();
  if (state !== 'entered' || !may('treasurer')) return '—';
  const params = { path: { account_id } };
  return (
    <Group gap={6} wrap="nowrap">
      <Ask
        label={t('accounts.confirm')}
        of={payee}
        title={t('accounts.confirm_title')}
        question={t('accounts.confirm_ask', { payee, last4 })}
        act={(headers) =>
          answered(api.POST('/v1/staff/payee-accounts/{account_id}/confirmations', { params, headers }))
        }
        outdated={OUT_OF_DATE}
        done={() => t('accounts.confirm_done')}
      />
      <Refuse
        payee={payee}
        ask={t('accounts.refuse_ask', { payee, last4 })}
        act={(reason, headers) =>
          answered(
            api.POST('/v1/staff/payee-accounts/{account_id}/refusals', { params, body: { reason }, headers }),
          )
        }
        outdated={OUT_OF_DATE}
        done={t('accounts.refuse_done')}
      />
    </Group>
  );
}
