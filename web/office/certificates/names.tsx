import { Stack, Title } from '@mantine/core';
import { Amount } from '../../kit/staff/figures.tsx';
import { Rows } from '../../kit/staff/table.tsx';
import { useOfficeWords } from '../words.ts';
import type { History } from './history.ts';

type Reversal = History['reversals'][number];
type Opening = History['openings'][number];

/** Who reversed something, and who opened it without its PIN; nothing where nobody did. */
export function Names({ of: { reversals, openings, currency } }: { of: History }) {
  const { t, dateTime, pick } = useOfficeWords();
  return (
    <>
      {reversals.length > 0 && (
        <Stack gap="sm" component="section">
          <Title order={2} size="h4">
            {t('office.reversals')}
          </Title>
          <Rows<Reversal>
            rows={reversals}
            label={t('office.reversals')}
            keyOf={({ reversal_id }) => reversal_id}
            columns={[
              { head: t('office.at'), cell: ({ at }) => dateTime(at) },
              { head: t('office.reversed_by'), cell: ({ by_name }) => by_name ?? '—' },
              {
                head: t('office.reversed_where'),
                cell: ({ in_office }) =>
                  t(in_office ? 'office.reversed_in_office' : 'office.reversed_at_till'),
              },
              {
                head: t('office.amount'),
                isNumber: true,
                cell: ({ amount_minor }) => <Amount of={{ amount_minor, currency }} />,
              },
            ]}
          />
        </Stack>
      )}
      {openings.length > 0 && (
        <Stack gap="sm" component="section">
          <Title order={2} size="h4">
            {t('office.clerk_openings')}
          </Title>
          <Rows<Opening>
            rows={openings}
            label={t('office.clerk_openings')}
            keyOf={({ opening_id }) => opening_id}
            columns={[
              { head: t('office.at'), cell: ({ at }) => dateTime(at) },
              { head: t('office.clerk'), cell: ({ clerk_name }) => clerk_name },
              {
                head: t('office.store'),
                cell: ({ store_name_ko, store_name_en }) => pick(store_name_ko, store_name_en),
              },
              { head: t('office.proof'), cell: ({ proof }) => t(`office.proof.${proof}`) },
            ]}
          />
        </Stack>
      )}
    </>
  );
}
