import { Text } from '@mantine/core';
import { Party } from './parts.tsx';
import { useCodes } from './words.ts';

/** An account of the ledger, given as `code subject`: its name, and whose it is if there are several. */
export function AccountName({ of }: { of: string }) {
  const codes = useCodes();
  const [code = '', subject = ''] = of.split(' ');
  return (
    <>
      <Text span size="sm">
        {codes('account', code)}
      </Text>{' '}
      {subject.includes(':') && <Party of={subject} />}
    </>
  );
}
