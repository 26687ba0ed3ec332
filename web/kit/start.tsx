import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import './kit.css';
import { MantineProvider, mergeThemeOverrides } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { type ReactNode, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { BrowserRouter } from 'react-router';
import { Boundary } from './boundary.tsx';
import { Problem } from './problem.ts';
import { theme } from './theme.ts';
import { type OwnTexts, useCommonWords, WordsProvider } from './words.tsx';

const TRIES_MAX = 2;

/** Starts a page in `#root`, with its own words, once it has its styles. `home` is the address at which it begins. */
export async function startPage(page: ReactNode, own: OwnTexts, home: string): Promise<void> {
  await applyStyles();
  const root = document.getElementById('root');
  if (root === null) throw new Error('The page has no #root.');
  // The library that locks scrolling behind a dialog injects a style and looks for the nonce here.
  Object.assign(globalThis, { __webpack_nonce__: styleNonce() });
  const queries = new QueryClient({
    defaultOptions: {
      // A refusal stays one, so only lost answers are retried.
      queries: { retry: (failures, thrown) => failures < TRIES_MAX && !isRefusal(thrown), staleTime: 5_000 },
    },
  });
  loadFontLast();
  createRoot(root).render(
    <StrictMode>
      <Boundary home={home}>
        <WordsProvider own={own}>
          <Themed>
            <QueryClientProvider client={queries}>
              {/* At the foot, where they cover no title of a page or dialog. */}
              <Notifications position="bottom-center" />
              <BrowserRouter>{page}</BrowserRouter>
            </QueryClientProvider>
          </Themed>
        </WordsProvider>
      </Boundary>
    </StrictMode>,
  );
}

/** The page's style sheets, which were only fetched so far (`web/vite.config.ts`), in their order. One that is missing holds up nothing. */
async function applyStyles(): Promise<void> {
  const fetched = document.querySelectorAll<HTMLLinkElement>('link[rel="preload"][as="style"]');
  const applied = Array.from(fetched, (link) => {
    const sheet = document.createElement('link');
    sheet.rel = 'stylesheet';
    sheet.crossOrigin = link.crossOrigin;
    sheet.href = link.href;
    const known = new Promise((done) => {
      sheet.onload = done;
      sheet.onerror = done;
    });
    link.replaceWith(sheet);
    return known;
  });
  await Promise.all(applied);
}

/**
 * The font comes when everything is there that people need to read and act; until then the system's own stands in. Its
 * parts, by characters, are many and larger than the page.
 */
function loadFontLast(): void {
  const load = () => void import('./font.ts').catch(() => undefined);
  if (document.readyState === 'complete') load();
  else addEventListener('load', load, { once: true });
}

/** The theme, with close buttons labelled in the reader's language. */
function Themed({ children }: { children: ReactNode }) {
  const { t } = useCommonWords();
  const named = mergeThemeOverrides(theme, {
    components: { CloseButton: { defaultProps: { 'aria-label': t('common.close') } } },
  });
  return (
    <MantineProvider theme={named} defaultColorScheme="auto" getStyleNonce={styleNonce}>
      {children}
    </MantineProvider>
  );
}

function isRefusal(thrown: unknown): boolean {
  return thrown instanceof Problem && thrown.status >= 400 && thrown.status < 500;
}

/** The nonce of this response; the Content-Security-Policy blocks styles without it. */
function styleNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[name="style-nonce"]')?.content ?? '';
}
