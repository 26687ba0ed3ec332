import { Button, Group, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { type FormEvent, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { useConsoleWords } from '../words.ts';

const LETTERS_MIN = 4;

/** One search field for anything known about a gift: number, name, phone, order id. */
export function SearchForm({ query = '' }: { query?: string }) {
  const { t } = useConsoleWords();
  const go = useNavigate();
  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState(query);
  const [isShort, setShort] = useState(false);
  const find = (event: FormEvent) => {
    event.preventDefault();
    const given = typed.trim();
    setShort(given.length < LETTERS_MIN);
    if (given.length < LETTERS_MIN) return field.current?.focus();
    go(`/console/gifts?query=${encodeURIComponent(given)}`);
  };
  return (
    <form onSubmit={find} noValidate>
      <Group align="flex-end" gap="sm">
        <TextInput
          ref={field}
          label={t('find.label')}
          description={t('find.hint')}
          error={isShort && t('find.first')}
          leftSection={<IconSearch size={18} aria-hidden />}
          value={typed}
          size="md"
          flex={1}
          miw={240}
          maxLength={254}
          autoComplete="off"
          spellCheck={false}
          inputWrapperOrder={['label', 'description', 'input', 'error']}
          onChange={({ currentTarget }) => setTyped(currentTarget.value)}
        />
        <Button type="submit" size="md">
          {t('find.button')}
        </Button>
      </Group>
    </form>
  );
}
