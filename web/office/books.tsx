import { Alert, Stack, Text, Title } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Answer } from '../kit/notice.tsx';
import { answered } from '../kit/problem.ts';
import { Amount, Figure } from '../kit/staff/figures.tsx';
import { StaffPage } from '../kit/staff/page.tsx';
import { api } from './api.ts';
import { NoCertificates } from './no-certificates.tsx';
import { Figures } from './parts.tsx';
import { useOfficeWords } from './words.ts';

const readBooks = () => answered(api.GET('/v1/office/books'));
type Book = Awaited<ReturnType<typeof readBooks>>['currencies'][number];

/** Issued = outstanding + used + refunded + expired: a verdict in green or red, with the figures. */
export function Books() {
  const { t } = useOfficeWords();
  const books = useQuery({ queryKey: ['books'], queryFn: readBooks });
  return (
    <StaffPage title={t('office.books')} intro={t('office.books_intro')}>
      <Answer of={books} height={320}>
        {({ currencies }) =>
          currencies.length === 0 ? (
            <NoCertificates />
          ) : (
            currencies.map((book) => <BookOf key={book.currency} book={book} />)
          )
        }
      </Answer>
    </StaffPage>
  );
}

function BookOf({ book }: { book: Book }) {
  const { t } = useOfficeWords();
  const { currency, differences } = book;
  const isRight = differences.length === 0;
  const amount = (amount_minor: number) => ({ amount_minor, currency });
  return (
    <Stack component="section" aria-label={currency}>
      <Alert
        color={isRight ? 'teal' : 'red'}
        variant="light"
        role="status"
        icon={isRight ? <IconCircleCheck aria-hidden /> : <IconAlertTriangle aria-hidden />}
        title={
          <Title order={2} size="h4">
            {t(isRight ? 'office.books_right' : 'office.books_wrong')}
          </Title>
        }
      >
        <Stack gap="xs">
          <Text>
            {t('office.books_sentence', {
              issued: amount(book.issued_minor),
              redeemed: amount(book.redeemed_minor),
              refunded: amount(book.refunded_minor),
              expired: amount(book.expired_minor),
              outstanding: amount(book.outstanding_minor),
            })}
          </Text>
          {book.held_minor > 0 && <Text>{t('office.books_held', { held: amount(book.held_minor) })}</Text>}
          {!isRight && (
            <Text fw={600}>{t('office.books_differences', { names: differences.join(', ') })}</Text>
          )}
        </Stack>
      </Alert>
      <Figures inRow={5}>
        <Figure label={t('office.issued')} value={<Amount of={amount(book.issued_minor)} />} />
        <Figure
          label={`= ${t('office.outstanding')}`}
          value={<Amount of={amount(book.outstanding_minor)} />}
        />
        <Figure label={`+ ${t('office.used')}`} value={<Amount of={amount(book.redeemed_minor)} />} />
        <Figure label={`+ ${t('office.refunded')}`} value={<Amount of={amount(book.refunded_minor)} />} />
        <Figure label={`+ ${t('office.expired')}`} value={<Amount of={amount(book.expired_minor)} />} />
      </Figures>
    </Stack>
  );
}
