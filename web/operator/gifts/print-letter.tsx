import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconPrinter } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { answered, useProblemText } from '../../kit/problem.ts';
import { api } from '../api.ts';
import { useConsoleWords } from '../words.ts';

const readLetter = (order_id: string, about: string | undefined) =>
  answered(
    api.GET('/v1/staff/orders/{order_id}/letter', {
      params: { path: { order_id }, query: about === undefined ? {} : { about } },
      parseAs: 'blob',
    }),
  );

/** Saves the letter to somebody who can't be reached by phone: about a gift that waits, or a message nobody heard. */
export function PrintLetter({ orderId, about }: { orderId: string; about?: string | undefined }) {
  const { t } = useConsoleWords();
  const problemText = useProblemText();
  const queries = useQueryClient();
  const printing = useMutation({
    mutationFn: () => readLetter(orderId, about),
    onSuccess: (pdf) => {
      save(pdf, `letter-${orderId}.pdf`);
      return Promise.all(
        [['story', orderId], ['stuck'], ['numbers']].map((queryKey) =>
          queries.invalidateQueries({ queryKey }),
        ),
      );
    },
    onError: (thrown) => {
      const { title, detail: message } = problemText(thrown);
      notifications.show({ color: 'red', title, message });
    },
  });
  return (
    <Button
      size="compact-md"
      variant="light"
      leftSection={<IconPrinter size={16} aria-hidden />}
      loading={printing.isPending}
      onClick={() => printing.mutate()}
    >
      {t('story.letter')}
    </Button>
  );
}

function save(file: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}
