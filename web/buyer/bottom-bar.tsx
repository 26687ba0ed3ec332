import './bottom-bar.css';
import { IconGift, IconHome, IconSend, IconUser } from '@tabler/icons-react';
import { Link, useLocation } from 'react-router';
import { useMember } from './session.tsx';
import { useWords } from './words.ts';

const PLACES = [
  { to: '/', icon: IconHome, word: 'home.place_home' },
  { to: '/give', icon: IconSend, word: 'home.place_give' },
  { to: '/gifts', icon: IconGift, word: 'door.gifts' },
  { to: '/me', icon: IconUser, word: 'door.me' },
] as const;

/** On phones, a member's places at the bottom of the page, but for the purchase, which goes on step by step. */
export function BottomBar() {
  const { t } = useWords();
  const { data: member } = useMember();
  const { pathname } = useLocation();
  if (member === undefined || member === null || pathname.startsWith('/give')) return null;
  return (
    <nav className="bottom-bar" aria-label={t('home.places')}>
      {PLACES.map(({ to, icon: Icon, word }) => {
        const isHere = to === '/' ? pathname === to : pathname.startsWith(to);
        return (
          <Link key={to} to={to} {...(isHere ? { 'aria-current': 'page' as const } : {})}>
            <Icon size={22} aria-hidden />
            {t(word)}
          </Link>
        );
      })}
    </nav>
  );
}
