import { Button, Center, Loader, Stack } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { Link, Navigate, useNavigate, useSearchParams } from 'react-router';
import { useIdempotentMutation } from '../../kit/idempotent-mutation.ts';
import { ProblemNotice } from '../../kit/notice.tsx';
import { answered } from '../../kit/problem.ts';
import { api } from '../api.ts';
import { PageTitle } from '../parts.tsx';
import { useWords } from '../words.ts';
import { cameFrom } from './card-choice.tsx';
import { useDraft } from './draft.ts';

/** The return from the payment provider: with a card's token, which is saved, or without a card. */
export function CardReturn() {
  const [query] = useSearchParams();
  const payment_method_id = query.get('payment_method_id');
  if (payment_method_id === null) return <Navigate to={cameFrom()} replace />;
  return <SaveCard payment_method_id={payment_method_id} />;
}

function SaveCard({ payment_method_id }: { payment_method_id: string }) {
  const { t } = useWords();
  const navigate = useNavigate();
  const [, keep] = useDraft();
  const add = useIdempotentMutation(
    (id: string, headers) =>
      answered(api.POST('/v1/payment-methods', { body: { payment_method_id: id }, headers })),
    [['payment-methods']],
  );
  const begin = () =>
    add.mutate(payment_method_id, {
      onSuccess: () => {
        keep({ payment_method_id });
        navigate(cameFrom(), { replace: true });
      },
    });
  const isBegun = useRef(false);
  useEffect(() => {
    if (isBegun.current) return;
    isBegun.current = true;
    begin();
  });
  return (
    <Stack maw={520} mx="auto" py="lg">
      <PageTitle>{t('give.adding_card')}</PageTitle>
      {add.isError ? (
        <>
          <ProblemNotice thrown={add.error} onAgain={begin} />
          <Button component={Link} to={cameFrom()} variant="default">
            {t('give.back_to_pay')}
          </Button>
        </>
      ) : (
        <Center mih={160}>
          <Loader />
        </Center>
      )}
    </Stack>
  );
}
