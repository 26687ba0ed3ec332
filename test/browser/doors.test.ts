import { describe, expect, test } from 'vitest';
import { DESK, PHONE } from './browser.ts';
import { aStage } from './stage.ts';

const stage = aStage();

const PAGES = [
  { name: 'buyer-door', part: 'management', path: '/' },
  { name: 'operator-door', part: 'management', path: '/console' },
  { name: 'settlement-door', part: 'settlement', path: '/console' },
  { name: 'office-door', part: 'shop', path: '/office' },
  { name: 'terminal-door', part: 'shop', path: '/terminal' },
] as const;

describe.each(PAGES)('$part $path', ({ name, part, path }) => {
  test.each([PHONE, DESK])('opens on a $size in $locale', async (view) => {
    const { page, says, look, leave } = await stage.visitor(view, part);
    await page.goto(path);
    if (path === '/') await page.getByRole('combobox', { name: says('언어', 'Language') }).waitFor();
    else
      await page
        .getByRole('button', { name: says('English', '한국어') })
        .first()
        .waitFor();
    await look(name);
    await leave();
  });

  test('allows no content but our own', async () => {
    const { headers } = await fetch(`${stage.system.stack.url(part)}${path}`);
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self';");
    expect(policy).not.toContain('unsafe-');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('x-frame-options')).toBe('DENY');
    expect(headers.get('referrer-policy')).toBe('same-origin');
  });
});
