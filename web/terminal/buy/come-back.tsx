import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { Choice, Question, Refused, Waiting } from '../parts/question.tsx';
import { useWords } from '../words.ts';
import type { CameBack } from './card-trip.ts';
import { type Member, resume } from './member.ts';

type ComeBackProps = {
  back: CameBack;
  shopId: string;
  onMember(member: Member): void;
  onDone(): void;
};

/** The return from the payment provider's page: the new card is added to the account, and the purchase goes on. */
export function ComeBack({ back, shopId, onMember, onDone }: ComeBackProps) {
  const { t } = useWords();
  const { mutate, error } = useMutation({ mutationFn: () => resume(back, shopId), onSuccess: onMember });
  const isBegun = useRef(false);
  useEffect(() => {
    if (isBegun.current) return;
    isBegun.current = true;
    mutate();
  }, [mutate]);
  if (error === null) return <Question title={t('terminal.card_adding')} details={<Waiting />} />;
  return (
    <Question title={t('terminal.card_not_added')} details={<Refused problem={error} />}>
      <Choice primary title={t('terminal.ok')} onChoose={onDone} />
    </Question>
  );
}
