import './bar.css';
import { IconHome, IconLock, IconPlugConnectedX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { TerminalPlace } from '../device/terminal.tsx';
import { useWords } from '../words.ts';

type BarProps = {
  lineUp: boolean;
  place?: TerminalPlace;
  onStaff?(): void;
  onQuit?(): void;
  staff?: { name: string; onLock(): void };
  children: ReactNode;
};

/** What stands above every screen: where one is, the language at one touch, a way out; and that the line is down. */
export function Bar({ lineUp, place, onStaff, onQuit, staff, children }: BarProps) {
  const { t, locale, setLocale, pick } = useWords();
  const other = locale === 'ko' ? 'en' : 'ko';
  return (
    <div className="terminal">
      <header className={lineUp ? 'bar' : 'bar line-down'}>
        {/* One in the place of the other: keys must not move away under a finger that is about to touch them. */}
        <div>
          <div role="alert">
            {!lineUp && (
              <div className="alarm">
                <IconPlugConnectedX size={40} aria-hidden />
                <div>
                  <strong>{t('terminal.line_down')}</strong>
                  <p>{t('terminal.line_down_detail')}</p>
                </div>
              </div>
            )}
          </div>
          {lineUp && (
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
      <main>{children}</main>
    </div>
  );
}
