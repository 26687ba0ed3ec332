import { Button, Card, Center, Group, Skeleton, Stack, Table, Text } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { ProblemNotice } from '../notice.tsx';
import type { List } from './list.ts';
import { useStaffWords } from './words.ts';

export type Column<Row> = {
  head: string;
  cell: (row: Row) => ReactNode;
  /** Amounts and counts: right-aligned, so that digits line up. */
  isNumber?: boolean;
};

type TableProps<Row> = {
  /** What the list contains, for screen readers. */
  label: string;
  /** The first column names the row: it is a card's heading and links to `to`. */
  columns: readonly Column<Row>[];
  keyOf: (row: Row) => string;
  /** Where a row leads, if it leads anywhere. */
  to?: (row: Row) => string | undefined;
};

const WAITING_ROWS = [1, 2, 3, 4, 5, 6];
const ROW_HEIGHT = 53;

/** A list in all its states: loading, refused, empty, shown, more to load. */
export function ListOf<Row>({
  of: { rows, query },
  empty,
  ...table
}: TableProps<Row> & { of: List<Row>; empty?: ReactNode }) {
  const { t } = useStaffWords();
  if (rows === undefined && query.isPending) return <Waiting />;
  if (rows === undefined) return <ProblemNotice thrown={query.error} onAgain={() => query.refetch()} />;
  if (rows.length === 0) return empty ?? <NothingFound />;
  return (
    <Stack gap="md">
      <Rows rows={rows} {...table} />
      <Group justify="center" gap="md">
        <Text size="sm" c="dimmed" role="status">
          {t(query.hasNextPage ? 'staff.list_shown' : 'staff.list_all_shown', { count: rows.length })}
        </Text>
        {query.hasNextPage && (
          <Button
            variant="default"
            size="xs"
            loading={query.isFetchingNextPage}
            onClick={() => query.fetchNextPage()}
          >
            {t('staff.list_more')}
          </Button>
        )}
      </Group>
    </Stack>
  );
}

/** Rows as a table; on a phone as cards with a label beside each value. */
export function Rows<Row>(props: TableProps<Row> & { rows: readonly Row[] }) {
  const isWide = useMediaQuery('(min-width: 48em)', true, { getInitialValueInEffect: false });
  return isWide ? <WideRows {...props} /> : <Cards {...props} />;
}

function WideRows<Row>({ label, columns, keyOf, to, rows }: TableProps<Row> & { rows: readonly Row[] }) {
  return (
    <Table.ScrollContainer minWidth={640} type="native" tabIndex={0} role="region" aria-label={label}>
      <Table verticalSpacing="sm" horizontalSpacing="md" highlightOnHover={to !== undefined}>
        <Table.Thead>
          <Table.Tr>
            {columns.map(({ head, isNumber }) => (
              <Table.Th key={head} ta={isNumber ? 'right' : undefined} c="dimmed" fw={500} fz="sm">
                {head}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => (
            <Table.Tr key={keyOf(row)} className="row">
              {columns.map(({ head, cell, isNumber }, at) => (
                <Table.Td
                  key={head}
                  ta={isNumber ? 'right' : undefined}
                  className={isNumber ? 'amount' : undefined}
                >
                  {at === 0 ? <RowName to={to?.(row)}>{cell(row)}</RowName> : cell(row)}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

function Cards<Row>({ label, columns, keyOf, to, rows }: TableProps<Row> & { rows: readonly Row[] }) {
  const [name, ...rest] = columns;
  return (
    <Stack component="ul" gap="sm" p={0} m={0} aria-label={label} className="cards">
      {rows.map((row) => (
        <Card component="li" key={keyOf(row)} withBorder padding="md" className="row">
          <Text component="div" fw={600} mb={6}>
            <RowName to={to?.(row)}>{name?.cell(row)}</RowName>
          </Text>
          <Stack component="dl" gap={4} m={0}>
            {rest.map(({ head, cell, isNumber }) => (
              <Group key={head} justify="space-between" gap="md" wrap="nowrap" align="flex-start">
                <Text component="dt" size="sm" c="dimmed" className="card-head">
                  {head}
                </Text>
                <Text component="dd" size="sm" m={0} ta="right" className={isNumber ? 'amount' : undefined}>
                  {cell(row)}
                </Text>
              </Group>
            ))}
          </Stack>
        </Card>
      ))}
    </Stack>
  );
}

function RowName({ to, children }: { to: string | undefined; children: ReactNode }) {
  if (to === undefined) return children;
  return (
    <Link to={to} className="row-link">
      {children}
    </Link>
  );
}

export function Waiting() {
  const { t } = useStaffWords();
  return (
    <Stack gap="xs" role="status" aria-label={t('common.loading')}>
      {WAITING_ROWS.map((row) => (
        <Skeleton key={row} height={ROW_HEIGHT} />
      ))}
    </Stack>
  );
}

function NothingFound() {
  const { t } = useStaffWords();
  return (
    <Center mih={220} role="status">
      <Stack gap={4} align="center" ta="center">
        <Text fw={600}>{t('staff.list_empty')}</Text>
        <Text size="sm" c="dimmed">
          {t('staff.list_empty_detail')}
        </Text>
      </Stack>
    </Center>
  );
}
