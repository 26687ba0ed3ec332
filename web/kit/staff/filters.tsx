import { Button, Group, NativeSelect, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconDownload } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useStaffWords } from './words.ts';

const TYPING_MS = 400;

/** A list's filters in a row; on a phone, two to a line. */
export function Filters({ onClear, children }: { onClear?: (() => void) | undefined; children: ReactNode }) {
  const { t } = useStaffWords();
  return (
    <Group role="search" aria-label={t('staff.filters')} align="flex-end" gap="sm" className="filters">
      {children}
      {onClear && (
        <Button variant="subtle" color="gray" onClick={onClear}>
          {t('staff.filters_clear')}
        </Button>
      )}
    </Group>
  );
}

/** Picks one value, or all. */
export function ChoiceFilter({
  label,
  value = '',
  choices,
  onChoose,
  w,
}: {
  label: string;
  value?: string | undefined;
  choices: readonly { value: string; label: string }[];
  onChoose: (value: string | undefined) => void;
  /** In pixels, where the choices are fetched: what is beside it then doesn't move when they come. */
  w?: number;
}) {
  const { t } = useStaffWords();
  return (
    <NativeSelect
      label={label}
      w={w}
      value={value}
      data={[{ value: '', label: t('staff.filter_any') }, ...choices]}
      onChange={({ currentTarget }) => onChoose(currentTarget.value || undefined)}
    />
  );
}

/** Applied when typing pauses, so that the list is not fetched at each key. */
export function TextFilter({
  label,
  value = '',
  onType,
  ...input
}: {
  label: string;
  value?: string | undefined;
  onType: (value: string | undefined) => void;
  inputMode?: 'numeric' | 'tel' | 'search';
  maxLength?: number;
  placeholder?: string;
  error?: string | undefined;
}) {
  const [typed, setTyped] = useState(value);
  const [applied, setApplied] = useState(value);
  // When the filters are cleared, the field is emptied too.
  if (value !== applied) {
    setApplied(value);
    setTyped(value);
  }
  const apply = useDebouncedCallback((given: string) => {
    setApplied(given);
    onType(given === '' ? undefined : given);
  }, TYPING_MS);
  return (
    <TextInput
      {...input}
      label={label}
      value={typed}
      autoComplete="off"
      onChange={({ currentTarget }) => {
        setTyped(currentTarget.value);
        apply(currentTarget.value.trim());
      }}
    />
  );
}

/** A range of days, both inclusive; either end may be open. */
export function DayFilter({
  from = '',
  until = '',
  onChoose,
}: {
  from?: string | undefined;
  until?: string | undefined;
  onChoose: (days: { from?: string | undefined; until?: string | undefined }) => void;
}) {
  const { t } = useStaffWords();
  return (
    <>
      <TextInput
        type="date"
        label={t('staff.from')}
        value={from}
        max={until || undefined}
        onChange={({ currentTarget }) => onChoose({ from: currentTarget.value || undefined })}
      />
      <TextInput
        type="date"
        label={t('staff.until')}
        value={until}
        min={from || undefined}
        onChange={({ currentTarget }) => onChoose({ until: currentTarget.value || undefined })}
      />
    </>
  );
}

type OfFile = { path: string; filters: Readonly<Record<string, string | undefined>> };

/** The same list as a file. */
export function CsvLink(of: OfFile) {
  const { t } = useStaffWords();
  return <FileLink {...of} label={t('staff.csv')} />;
}

/** Something as a file, by the same filters as on the page. It comes from the server, so this is a plain link. */
export function FileLink({ path, filters, label }: OfFile & { label: string }) {
  const given = Object.entries(filters).filter((entry): entry is [string, string] => entry[1] !== undefined);
  const query = new URLSearchParams(given).toString();
  return (
    <Button
      component="a"
      href={query === '' ? path : `${path}?${query}`}
      download
      variant="default"
      leftSection={<IconDownload size={16} aria-hidden />}
    >
      {label}
    </Button>
  );
}
