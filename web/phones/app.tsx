import { Button, Indicator } from '@mantine/core';
import { IconDeviceMobile } from '@tabler/icons-react';
import { useEffect } from 'react';
import { Link, Route, Routes } from 'react-router';
import { Frame } from '../kit/frame.tsx';
import { useChanges, useMailboxes, usePhones } from './api.ts';
import { PhonesPage } from './phones-page.tsx';
import { Ringing } from './ringing.tsx';
import { StartPage } from './start/start-page.tsx';
import { useWords } from './words.ts';

export function DemoApp() {
  const { t } = useWords();
  useChanges();
  return (
    <Frame brand={t('phones.brand')} home="/" wide person={<ToPhones />}>
      <Ringing />
      <Routes>
        <Route path="/" element={<StartPage />} />
        <Route path="/phones" element={<PhonesPage />} />
        <Route path="/phones/:device" element={<PhonesPage />} />
      </Routes>
    </Frame>
  );
}

/** A link to the phones on every page; the tab's title shows the number of unread messages too. */
function ToPhones() {
  const { t } = useWords();
  const phones = usePhones().data?.phones ?? [];
  const mailboxes = useMailboxes().data?.mailboxes ?? [];
  const unread = [...phones, ...mailboxes].reduce((sum, of) => sum + of.unread, 0);
  const title = t('phones.brand');
  useEffect(() => {
    document.title = unread === 0 ? title : `(${unread}) ${title}`;
  }, [unread, title]);
  return (
    <Indicator label={unread} size={18} disabled={unread === 0} offset={4} withBorder={false}>
      <Button
        component={Link}
        to="/phones"
        variant="default"
        size="compact-md"
        leftSection={<IconDeviceMobile size={16} aria-hidden />}
      >
        {t('phones.title')}
        {unread > 0 && <span className="unseen">, {t('phones.unread', { count: unread })}</span>}
      </Button>
    </Indicator>
  );
}
