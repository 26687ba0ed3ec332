import { Card, Image, Stack, Text } from '@mantine/core';
import { useOfficeWords } from '../words.ts';
import type { Content, OwnWindow } from './windows.ts';

const PICTURE_HEIGHT = 160;
/** As many of the suggested amounts as buyers see at first. */
const PRICES = 3;

/** A shop as buyers see it among others, and what they read before they buy. */
export function BuyersView({
  of: { name_ko, name_en, currency },
  content,
}: {
  of: OwnWindow;
  content: Content;
}) {
  const { t, pick, money } = useOfficeWords();
  const amount = (amount_minor: number) => ({ amount_minor, currency });
  const { description_ko, description_en, usage_ko, usage_en, picture_id } = content;
  const usage = pick(usage_ko ?? '', usage_en ?? '');
  return (
    <Card withBorder radius="lg" padding="md" maw={360} w="100%">
      {picture_id !== null && (
        <Card.Section>
          <Image src={`/pictures/${picture_id}`} alt="" h={PICTURE_HEIGHT} fit="cover" />
        </Card.Section>
      )}
      <Stack gap={4} mt={picture_id === null ? 0 : 'md'}>
        <Text fw={700} fz="lg">
          {pick(name_ko, name_en)}
        </Text>
        <Text c="dimmed" fz="sm" style={{ whiteSpace: 'pre-line' }}>
          {pick(description_ko ?? '', description_en ?? '')}
        </Text>
        <Text fw={500}>
          {content.suggested_minor
            .slice(0, PRICES)
            .map((minor) => money(amount(minor)))
            .join(' · ')}
        </Text>
        <Text fz="sm">
          {t('window.range', {
            least: amount(content.amount_min_minor),
            most: amount(content.amount_max_minor),
          })}
        </Text>
        {usage !== '' && (
          <>
            <Text fz="sm" fw={600} mt="xs">
              {t('window.usage')}
            </Text>
            <Text fz="sm" style={{ whiteSpace: 'pre-line' }}>
              {usage}
            </Text>
          </>
        )}
      </Stack>
    </Card>
  );
}
