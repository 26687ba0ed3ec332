import { Group, Radio, TextInput } from '@mantine/core';
import { useStaffWords } from './words.ts';

const KINDS = ['kr', 'iban'] as const;
type Kind = (typeof KINDS)[number];

/** What is typed of a bank account; which fields count depends on its kind. */
export type TypedAccount = {
  kind: Kind;
  bank_code: string;
  number: string;
  iban: string;
  currency: string;
  holder: string;
};

export const NO_ACCOUNT: TypedAccount = {
  ...{ kind: 'kr', bank_code: '', number: '', iban: '', currency: 'KRW', holder: '' },
};

/** The checks of a form's fields, each by what is required of any. */
export function accountChecks(required: (text: string) => string | null) {
  const ofKind = (only: Kind) => (text: string, typed: TypedAccount) =>
    typed.kind === only ? required(text) : null;
  return {
    bank_code: ofKind('kr'),
    number: ofKind('kr'),
    iban: ofKind('iban'),
    currency: required,
    holder: required,
  };
}

/** As the servers take it. */
export function accountOf({ kind, bank_code, number, iban, currency, holder }: TypedAccount) {
  return {
    ...{ currency: currency.trim().toUpperCase(), holder },
    account: kind === 'kr' ? { bank_code, number } : { iban },
  };
}

const TYPED = { autoComplete: 'off', spellCheck: false } as const;

/** The fields themselves, of a form that has them. */
export function AccountFields({
  kind,
  onKind,
  field,
  hints = {},
}: {
  kind: Kind;
  onKind: (kind: Kind) => void;
  field: (name: Exclude<keyof TypedAccount, 'kind'>) => object;
  hints?: { currency?: string; holder?: string };
}) {
  const { t } = useStaffWords();
  return (
    <>
      <Radio.Group
        label={t('account.kind')}
        value={kind}
        onChange={(chosen) => onKind(KINDS.find((known) => known === chosen) ?? 'kr')}
      >
        <Group gap="lg" mt={6}>
          {KINDS.map((value) => (
            <Radio key={value} value={value} label={t(`account.kind.${value}`)} />
          ))}
        </Group>
      </Radio.Group>
      {kind === 'kr' ? (
        <>
          <TextInput
            {...field('bank_code')}
            {...TYPED}
            label={t('account.bank_code')}
            description={t('account.bank_code_hint')}
            inputMode="numeric"
            maxLength={10}
          />
          <TextInput
            {...field('number')}
            {...TYPED}
            label={t('account.number')}
            inputMode="numeric"
            maxLength={40}
          />
        </>
      ) : (
        <TextInput {...field('iban')} {...TYPED} label={t('account.iban')} maxLength={60} />
      )}
      <TextInput
        {...field('currency')}
        {...TYPED}
        label={t('account.currency')}
        description={hints.currency}
        maxLength={3}
      />
      <TextInput
        {...field('holder')}
        {...TYPED}
        label={t('account.holder')}
        description={hints.holder}
        maxLength={200}
      />
    </>
  );
}
