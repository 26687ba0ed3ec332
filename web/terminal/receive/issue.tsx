import { IconDeviceMobile, IconPrinter, IconScan } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { paths } from '../../api/shop.gen.ts';
import { useIdempotentMutation } from '../../kit/idempotent-mutation.ts';
import { answered } from '../../kit/problem.ts';
import { useTerminal } from '../device/terminal.tsx';
import { Code } from '../parts/codes.tsx';
import { Choice, Question, Refused, Waiting } from '../parts/question.tsx';
import { printReceipt } from '../print/printer.ts';
import { certificateReceipt } from '../print/receipts.ts';
import { useWords } from '../words.ts';
import { Certificate, type OpenedCertificate } from './certificate.tsx';

type Way = 'print' | 'show' | 'send';
type Print = paths['/v1/issues/{issue_id}/print']['get']['responses'][200]['content']['application/json'];
type Delivery =
  | { way: 'print'; print: Print }
  | { way: 'show'; print: Print }
  | { way: 'send'; phone: string };

/** Receipt 7: issues the certificate on paper, on the screen or to the phone. */
export function IssueCertificate({
  certificate,
  verificationToken,
  onBack,
  onDone,
}: {
  certificate: OpenedCertificate;
  verificationToken: string;
  onBack?: () => void;
  onDone(): void;
}) {
  const words = useWords();
  const { t, locale } = words;
  const { api, online } = useTerminal();
  const [delivery, setDelivery] = useState<Delivery | undefined>(undefined);
  const printed = useRef(false);
  const issue = useIdempotentMutation((certificate_id: string, headers) =>
    answered(
      api.POST('/v1/issues', {
        headers,
        body: { verification_token: verificationToken, certificate_id },
      }),
    ),
  );
  const send = useIdempotentMutation((issue_id: string, headers) =>
    answered(
      api.POST('/v1/issues/{issue_id}/text', {
        params: { path: { issue_id } },
        headers,
        body: { locale },
      }),
    ),
  );
  const deliver = useMutation({
    mutationFn: async (way: Way): Promise<Delivery> => {
      // One issue serves every way, but each further printout is a new issue, counted as a reprint.
      const isReprint = way === 'print' && printed.current;
      const kept = isReprint ? undefined : issue.data;
      const { issue_id } = kept ?? (await issue.mutateAsync(certificate.certificate_id));
      if (way === 'send') return { way, phone: (await send.mutateAsync(issue_id)).masked_phone };
      const path = { issue_id };
      const print = await answered(api.GET('/v1/issues/{issue_id}/print', { params: { path } }));
      if (way === 'show') return { way, print };
      printed.current = true;
      await printReceipt(certificateReceipt(words, print), words);
      return { way, print };
    },
    onSuccess: setDelivery,
  });

  if (delivery !== undefined)
    return (
      <Issued
        delivery={delivery}
        problem={deliver.error}
        onPrint={() => deliver.mutate('print')}
        onAnother={() => setDelivery(undefined)}
        onDone={onDone}
      />
    );
  const choose = (way: Way) => deliver.mutate(way);
  const details = (
    <>
      <div className="chosen">
        <Certificate certificate={certificate} />
      </div>
      <Refused problem={deliver.error} />
      {deliver.isPending && <Waiting />}
    </>
  );
  const blocked = deliver.isPending || !online;
  return (
    <Question title={t('terminal.how')} details={details} {...(onBack ? { onBack } : {})}>
      <div className="choices">
        <Choice
          primary
          icon={<IconPrinter size={44} aria-hidden />}
          title={t('terminal.how_print')}
          disabled={blocked}
          onChoose={() => choose('print')}
        />
        <Choice
          icon={<IconScan size={44} aria-hidden />}
          title={t('terminal.how_show')}
          disabled={blocked}
          onChoose={() => choose('show')}
        />
        <Choice
          icon={<IconDeviceMobile size={44} aria-hidden />}
          title={t('terminal.how_send')}
          disabled={blocked}
          onChoose={() => choose('send')}
        />
      </div>
    </Question>
  );
}

function Issued({
  delivery,
  problem,
  onPrint,
  onAnother,
  onDone,
}: {
  delivery: Delivery;
  problem: unknown;
  onPrint(): void;
  onAnother(): void;
  onDone(): void;
}) {
  const { t } = useWords();
  const ways = (
    <div className="choices">
      <Choice primary title={t('terminal.done')} onChoose={onDone} />
      {delivery.way === 'print' && <Choice title={t('terminal.print_again')} onChoose={onPrint} />}
      <Choice title={t('terminal.another_way')} onChoose={onAnother} />
    </div>
  );
  if (delivery.way === 'send')
    return (
      <Question title={t('terminal.sent')} hint={t('terminal.sent_detail', { phone: delivery.phone })}>
        {ways}
      </Question>
    );
  if (delivery.way === 'print')
    return (
      <Question
        title={t('terminal.printed')}
        hint={t('terminal.printed_detail')}
        details={<Refused problem={problem} />}
      >
        {ways}
      </Question>
    );
  const { certificate_number } = delivery.print;
  const codes = (
    <div className="codes">
      <Code kind="code128" text={certificate_number} label={t('terminal.barcode')} />
      <p className="number">{certificate_number.replace(/(.{4})(?=.)/g, '$1 ')}</p>
      <Code kind="qrcode" text={certificate_number} label={t('terminal.qr')} />
    </div>
  );
  return (
    <Question title={t('terminal.shown')} hint={t('terminal.shown_detail')} details={codes}>
      {ways}
    </Question>
  );
}
