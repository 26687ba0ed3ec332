import './ringing.css';
import { Button } from '@mantine/core';
import { IconPhoneIncoming } from '@tabler/icons-react';
import { Link, useLocation } from 'react-router';
import { formatPhone } from '../../kit/phone-format.ts';
import { usePhones } from './api.ts';
import { useWords } from './words.ts';

/** Announces on every page that a phone other than the one on screen is ringing. */
export function Ringing() {
  const { t, locale } = useWords();
  const { pathname } = useLocation();
  const ringing = (usePhones().data?.phones ?? []).filter(
    ({ number, call }) => call === 'ringing' && pathname !== `/phones/${number}`,
  );
  return (
    <div className="ringing" role="status">
      {ringing.map(({ number, name }) => (
        <div key={number} className="ringing-one">
          <IconPhoneIncoming size={22} aria-hidden />
          <span>{t('phones.rings', { name: name ?? formatPhone(number, locale) })}</span>
          <Button component={Link} to={`/phones/${number}`} size="compact-md" color="teal.9">
            {t('phones.rings_look')}
          </Button>
        </div>
      ))}
    </div>
  );
}
