import { Stack, Text } from '@mantine/core';
import { Fact } from '../../kit/staff/figures.tsx';
import { useOfficeWords } from '../words.ts';
import type { Content, OwnWindow } from './windows.ts';

const NAMES = [
  ...(['description_ko', 'description_en', 'usage_ko', 'usage_en', 'picture_id'] as const),
  ...(['amount_min_minor', 'amount_max_minor', 'suggested_minor'] as const),
] as const;

/** What is different from what is shown, in the order of the form. */
export function changedNames(before: Content, after: Content): (typeof NAMES)[number][] {
  return NAMES.filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]));
}

/** Each thing that changes, before and after. */
export function Changes({ of, content }: { of: OwnWindow; content: Content }) {
  const { t, money } = useOfficeWords();
  const written = (value: Content[(typeof NAMES)[number]], name: string) => {
    if (name === 'picture_id') return t(value === null ? 'window.no_picture' : 'window.a_picture');
    const amount = (amount_minor: number) => money({ amount_minor, currency: of.currency });
    if (Array.isArray(value)) return value.length === 0 ? '—' : value.map(amount).join(' · ');
    return typeof value === 'number' ? amount(value) : (value ?? '—');
  };
  return (
    <Stack component="dl" gap="sm" m={0}>
      {changedNames(of.shown, content).map((name) => (
        <Fact key={name} name={t(`window.${name}`)}>
          {name !== 'picture_id' && (
            <Text component="span" td="line-through" c="dimmed" style={{ whiteSpace: 'pre-line' }}>
              {written(of.shown[name], name)}
            </Text>
          )}{' '}
          <Text component="span" style={{ whiteSpace: 'pre-line' }}>
            {written(content[name], name)}
          </Text>
        </Fact>
      ))}
    </Stack>
  );
}
