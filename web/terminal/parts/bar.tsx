import './bar.css';
import { IconHome, IconLock, IconPlugConnectedX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Boundary } from '../../kit/boundary.tsx';
import type { TerminalPlace } from '../device/terminal.tsx';
import { useWords } from '../words.ts';

type BarProps = {
  online: boolean;
  place?: TerminalPlace;
  /** Another one, and what stands below is another screen. */
  at?: string;
  onStaff?(): void;
  onQuit?(): void;
  staff?: { name: string; onLock(): void };
  children: ReactNode;
};

/** The bar above every screen: store, language and quit buttons, and a warning while offline. */
export function Bar({ online, place, at = '', onStaff, onQuit, staff, children }: BarProps) {
  const { t, locale, setLocale, pick } = useWords();
  const other = locale === 'ko' ? 'en' : 'ko';
  return (
    <div className="terminal">
      <header className={online ? 'bar' : 'bar offline'}>
        {/* One replaces the other, so that the keys below do not move under a finger. */}
        <div>
          <div role="alert">
            {!online && (
              <div className="alarm">
                <IconPlugConnectedX size={40} aria-hidden />
                <div>
                  <strong>{t('terminal.line_down')}</strong>
                  <p>{t('terminal.line_down_detail')}</p>
                </div>
              </div>
            )}
          </div>
          {online && (
            <p className="where">
              {place ? (
                <>
                  <strong>{pick(place.store.name_ko, place.store.name_en)}</strong>
                  <span>{staff ? `${t('till.title')} · ${staff.name}` : place.name}</span>
                </>
              ) : (
                <strong>{t('common.brand')}</strong>
              )}
            </p>
          )}
        </div>
        <div className="ways">
          {onQuit && (
            <button type="button" className="plain" aria-label={t('terminal.quit')} onClick={onQuit}>
              <IconHome size={26} aria-hidden />
              <span className="way-name">{t('terminal.quit')}</span>
            </button>
          )}
          {onStaff && (
            <button type="button" className="plain" onClick={onStaff}>
              {t('terminal.staff')}
            </button>
          )}
          {staff && (
            <button type="button" className="plain" aria-label={t('till.lock')} onClick={staff.onLock}>
              <IconLock size={26} aria-hidden />
              <span className="way-name">{t('till.lock')}</span>
            </button>
          )}
          <button type="button" className="plain" lang={other} onClick={() => setLocale(other)}>
            {t('terminal.language')}
          </button>
        </div>
      </header>
      <main>
        <Boundary home="/terminal" at={`${locale} ${at}`}>
          {children}
        </Boundary>
      </main>
    </div>
  );
}
