import { Anchor, Text } from '@mantine/core';
import { Link } from 'react-router';
import { answered } from '../../kit/problem.ts';
import { useList } from '../../kit/staff/list.ts';
import { ListOf } from '../../kit/staff/table.tsx';
import { api } from '../api.ts';
import { useOfficeWords } from '../words.ts';

/** Certificates that clerks opened without their PIN, newest first. */
export function ClerkOpenings() {
  const { t, dateTime, pick } = useOfficeWords();
  const list = useList(
    ['clerk-openings'],
    ({ opening_id }: { opening_id: string }) => opening_id,
    async ({ cursor, limit }) => {
      const query = { limit, ...(cursor === undefined ? {} : { before: cursor }) };
      return (await answered(api.GET('/v1/office/clerk-openings', { params: { query } }))).openings;
    },
  );
  type Row = NonNullable<typeof list.rows>[number];
  if (list.rows?.length === 0) return <Text c="dimmed">{t('office.no_clerk_openings')}</Text>;
  return (
    <ListOf<Row>
      of={list}
      label={t('office.clerk_openings')}
      keyOf={({ opening_id }) => opening_id}
      columns={[
        { head: t('office.at'), cell: ({ at }) => dateTime(at) },
        { head: t('office.clerk'), cell: ({ clerk_name }) => clerk_name },
        {
          head: t('office.store'),
          cell: ({ store_name_ko, store_name_en, terminal_name }) =>
            `${pick(store_name_ko, store_name_en)} · ${terminal_name}`,
        },
        { head: t('office.phone'), cell: ({ phone }) => phone },
        { head: t('office.proof'), cell: ({ proof }) => t(`office.proof.${proof}`) },
        {
          head: t('office.certificates'),
          cell: ({ certificate_ids }) =>
            certificate_ids.map((id, index) => (
              <Anchor key={id} component={Link} to={`/office/certificates/${id}`} size="sm" mr="xs">
                {t('office.certificate_no', { no: index + 1 })}
              </Anchor>
            )),
        },
      ]}
    />
  );
}
