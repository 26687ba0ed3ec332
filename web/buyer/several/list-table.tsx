import './list-table.css';
import { ActionIcon, Text, TextInput } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { memo, type Ref, useCallback, useEffect, useRef } from 'react';
import type { Row } from '../give/draft.ts';
import { useDraft } from '../give/draft.ts';
import { useWords } from '../words.ts';
import type { Found } from './rows.ts';

const CELLS = ['address', 'name', 'amount'] as const;
type Problem = Found['lines'][number]['problem'];

type Props = {
  rows: Row[];
  /** The rows that `found` is about. */
  asked: readonly Row[];
  found: Found | undefined;
  onChange: (rows: Row[]) => void;
  onLeave: () => void;
  ref: Ref<HTMLTableElement>;
};

/** A row for each person, cell by cell, with the reason beside the cell that isn't understood. On a phone a row is a card. */
export function ListTable({ rows, asked, found, onChange, onLeave, ref }: Props) {
  const { t, money } = useWords();
  const [{ amount_minor, currency = 'KRW' }] = useDraft();
  const usual = amount_minor === undefined ? '' : money({ amount_minor, currency });
  // The same function all along, so that only the row that is typed in is rendered again.
  const latest = useRef({ rows, onChange });
  useEffect(() => {
    latest.current = { rows, onChange };
  });
  const change = useCallback((at: number, changed: Row | undefined) => {
    const { rows: before, onChange: tell } = latest.current;
    tell(before.flatMap((row, no) => (no === at ? (changed ?? []) : row)));
  }, []);
  const isCurrent = rows.length === asked.length && found?.lines.length === rows.length;
  return (
    <table className="list-table" ref={ref} onBlur={onLeave}>
      <thead>
        <tr>
          <th scope="col">{t('several.row')}</th>
          {CELLS.map((cell) => (
            <th key={cell} scope="col">
              {t(`several.cell_${cell}`)}
            </th>
          ))}
          <td />
        </tr>
      </thead>
      <tbody>
        {rows.map((row, at) => (
          <TableRow
            // biome-ignore lint/suspicious/noArrayIndexKey: a line may name several people.
            key={at}
            at={at}
            row={row}
            usual={usual}
            problem={isCurrent && isSame(asked[at], row) ? found?.lines[at]?.problem : undefined}
            onChange={change}
          />
        ))}
      </tbody>
    </table>
  );
}

/** Whether a row is the one that was asked about: what is said of it goes when one of its cells is changed. */
function isSame(asked: Row | undefined, row: Row): boolean {
  return asked !== undefined && CELLS.every((cell) => asked[cell] === row[cell]);
}

type RowProps = {
  at: number;
  row: Row;
  /** The amount of whoever has none of their own. */
  usual: string;
  problem: Problem;
  onChange: (at: number, row: Row | undefined) => void;
};

const TableRow = memo(function TableRow({ at, row, usual, problem, onChange }: RowProps) {
  const { t } = useWords();
  const { line, typed } = row;
  const why = problem?.line === undefined ? problem?.detail : t('several.twice', { line: problem.line });
  return (
    <tr data-wrong={problem !== undefined || undefined}>
      <th scope="row">
        <span className="list-table-line">{t('several.wrong_line', { line })}</span>
      </th>
      {CELLS.map((cell) => (
        <td key={cell}>
          <TextInput
            size="sm"
            label={<span className="list-table-label">{t(`several.cell_${cell}`)}</span>}
            aria-label={`${t('several.wrong_line', { line })}: ${t(`several.cell_${cell}`)}`}
            autoComplete="off"
            spellCheck={false}
            maxLength={200}
            placeholder={cell === 'amount' ? usual : undefined}
            error={problem?.cell === cell ? why : undefined}
            value={row[cell]}
            onChange={(event) => onChange(at, { ...row, [cell]: event.currentTarget.value })}
          />
          {cell === 'address' && typed !== undefined && (
            <Text fz="sm" c="dimmed" mt={4}>
              {t('several.as_typed', { typed })}
            </Text>
          )}
        </td>
      ))}
      <td>
        <ActionIcon
          variant="subtle"
          color="gray"
          size="lg"
          aria-label={t('several.remove_row', { line })}
          onClick={() => onChange(at, undefined)}
        >
          <IconTrash size={18} aria-hidden />
        </ActionIcon>
      </td>
    </tr>
  );
}, isAlike);

/** Rows are read from the draft anew after each change, so they are compared cell by cell. */
function isAlike(before: RowProps, after: RowProps): boolean {
  return (
    isSame(before.row, after.row) &&
    before.row.line === after.row.line &&
    before.row.typed === after.row.typed &&
    before.at === after.at &&
    before.usual === after.usual &&
    before.problem === after.problem
  );
}
