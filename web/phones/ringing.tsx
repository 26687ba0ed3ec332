import './ringing.css';
import { Button } from '@mantine/core';
import { IconPhoneIncoming } from '@tabler/icons-react';
import { Link, useLocation } from 'react-router';
import { formatPhone } from '../../kit/phone-format.ts';
import { usePhones } from './outside.ts';
import { useWords } from './words.ts';

/** Says wherever one is that a phone rings which one does not have in hand. */
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
