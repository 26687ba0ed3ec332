import './phones-page.css';
import { Alert, Anchor, Skeleton, Text, Title } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconArrowLeft } from '@tabler/icons-react';
import { Link, useParams } from 'react-router';
import { Answer } from '../kit/notice.tsx';
import { type MailboxInList, type PhoneInList, useDemo, useMailboxes, usePhones } from './api.ts';
import { Device, MailboxDevice } from './device/device.tsx';
import { Shelf } from './shelf.tsx';
import { NextStep } from './tour/next-step.tsx';
import { Tour } from './tour/tour.tsx';
import { useWords } from './words.ts';

/** Tour, open phone and all other phones; one below the other on a small screen. */
export function PhonesPage() {
  const { t } = useWords();
  const { device } = useParams();
  const isWide = useMediaQuery('(min-width: 62em)', undefined, { getInitialValueInEffect: false });
  const phones = usePhones();
  const mailboxes = useMailboxes().data?.mailboxes ?? [];
  const recipient = useDemo().data?.shop_members[0]?.phone;
  const chosen = device ?? (isWide ? recipient : undefined);
  return (
    <div className={`phones-page ${device === undefined ? 'at-shelf' : 'at-device'}`}>
      <div className="phones-tour">
        <Tour />
      </div>
      <div className="phones-device">
        {device !== undefined && (
          <div className="phones-head">
            <Anchor component={Link} to="/phones" className="phones-back">
              <IconArrowLeft size={18} aria-hidden /> {t('phones.back')}
            </Anchor>
            <NextStep />
          </div>
        )}
        {chosen !== undefined && (
          <Answer of={phones} height={760}>
            {(found) => <Chosen device={chosen} phones={found.phones} mailboxes={mailboxes} />}
          </Answer>
        )}
      </div>
      <div className="phones-shelf">
        <div>
          <Title order={1} size="h3">
            {t('phones.title')}
          </Title>
          <Text c="dimmed" size="sm">
            {t('phones.shelf_hint')}
          </Text>
        </div>
        {phones.data === undefined ? (
          <Skeleton height={480} radius="lg" aria-hidden />
        ) : (
          <Shelf phones={phones.data.phones} mailboxes={mailboxes} chosen={chosen} />
        )}
      </div>
    </div>
  );
}

type ChosenProps = {
  device: string;
  phones: readonly PhoneInList[];
  mailboxes: readonly MailboxInList[];
};

function Chosen({ device, phones, mailboxes }: ChosenProps) {
  const { t } = useWords();
  const phone = phones.find(({ number }) => number === device);
  if (phone !== undefined) return <Device key={device} phone={phone} />;
  const mailbox = mailboxes.find(({ address }) => address === device);
  if (mailbox !== undefined) return <MailboxDevice key={device} mailbox={mailbox} />;
  return (
    <Alert title={t('phones.missing')} color="gray">
      {t('phones.missing_detail')}
    </Alert>
  );
}
