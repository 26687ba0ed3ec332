import { IconDeviceMobile, IconPrinter, IconScan } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { paths } from '../../api/shop.gen.ts';
import { answered } from '../../kit/problem.ts';
import { useVerb } from '../../kit/verb.ts';
import { useTerminal } from '../device/terminal.tsx';
import { Code } from '../parts/codes.tsx';
import { Choice, Question, Refused, Waiting } from '../parts/question.tsx';
import { printReceipt } from '../print/printer.ts';
import { certificateReceipt } from '../print/receipts.ts';
import { useWords } from '../words.ts';
import { Certificate, type OpenedCertificate } from './certificate.tsx';

type Way = 'print' | 'show' | 'send';
type Print = paths['/v1/issues/{issue_id}/print']['get']['responses'][200]['content']['application/json'];
type Given = { way: 'print'; print: Print } | { way: 'show'; print: Print } | { way: 'send'; phone: string };

/** Receipt 7: the certificate is issued, and given out on paper, on the screen or to the phone. */
export function GiveOut({
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
  const { api, lineUp } = useTerminal();
  const [given, setGiven] = useState<Given | undefined>(undefined);
  const printed = useRef(false);
  const issue = useVerb((certificate_id: string, once) =>
    answered(
      api.POST('/v1/issues', {
        headers: once,
        body: { verification_token: verificationToken, certificate_id },
      }),
    ),
  );
  const send = useVerb((issue_id: string, once) =>
    answered(
      api.POST('/v1/issues/{issue_id}/text', {
        params: { path: { issue_id } },
        headers: once,
        body: { locale },
      }),
    ),
  );
  const give = useMutation({
    mutationFn: async (way: Way): Promise<Given> => {
      // One issue serves all ways, but each further sheet of paper is one of its own and counted as a reprint.
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
    onSuccess: setGiven,
  });

  if (given !== undefined)
    return (
      <GivenOut
        given={given}
        problem={give.error}
        onPrint={() => give.mutate('print')}
        onAnother={() => setGiven(undefined)}
        onDone={onDone}
      />
    );
  const choose = (way: Way) => give.mutate(way);
  const said = (
    <>
      <div className="chosen">
        <Certificate certificate={certificate} />
      </div>
      <Refused problem={give.error} />
      {give.isPending && <Waiting />}
    </>
  );
  const blocked = give.isPending || !lineUp;
  return (
    <Question title={t('terminal.how')} said={said} {...(onBack ? { onBack } : {})}>
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

function GivenOut({
  given,
  problem,
  onPrint,
  onAnother,
  onDone,
}: {
  given: Given;
  problem: unknown;
  onPrint(): void;
  onAnother(): void;
  onDone(): void;
}) {
  const { t } = useWords();
  const ways = (
    <div className="choices">
      <Choice primary title={t('terminal.done')} onChoose={onDone} />
      {given.way === 'print' && <Choice title={t('terminal.print_again')} onChoose={onPrint} />}
      <Choice title={t('terminal.another_way')} onChoose={onAnother} />
    </div>
  );
  if (given.way === 'send')
    return (
      <Question title={t('terminal.sent')} hint={t('terminal.sent_detail', { phone: given.phone })}>
        {ways}
      </Question>
    );
  if (given.way === 'print')
    return (
      <Question
        title={t('terminal.printed')}
        hint={t('terminal.printed_detail')}
        said={<Refused problem={problem} />}
      >
        {ways}
      </Question>
    );
  const { certificate_number } = given.print;
  const codes = (
    <div className="codes">
      <Code kind="code128" text={certificate_number} label={t('terminal.barcode')} />
      <p className="number">{certificate_number.replace(/(.{4})(?=.)/g, '$1 ')}</p>
      <Code kind="qrcode" text={certificate_number} label={t('terminal.qr')} />
    </div>
  );
  return (
    <Question title={t('terminal.shown')} hint={t('terminal.shown_detail')} said={codes}>
      {ways}
    </Question>
  );
}
