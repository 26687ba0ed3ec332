import { Anchor, Box, Group, Text } from '@mantine/core';
import { useBusiness } from './use-business.ts';
import { useBusinessWords } from './words.ts';

const PATHS = { terms: '/terms', privacy: '/privacy', faq: '/help' } as const;
const LINKS = ['terms', 'privacy', 'faq'] as const;

/** The foot of a page: whose it is, as the law has it, where to ask, and what was agreed to. Nothing before it is published. */
export function BusinessFoot() {
  const { t, locale, pick } = useBusinessWords();
  const { data } = useBusiness();
  const business = data?.business;
  if (data === undefined || (business === undefined && data.documents.length === 0)) return null;
  const links = LINKS.filter((link) => data.documents.some(({ document }) => document === link));
  return (
    <Box component="footer" mt={64} pt="lg" className="business-foot">
      <Group component="nav" gap="lg" mb="xs" aria-label={t('business.documents')}>
        {links.map((link) => (
          <Anchor
            key={link}
            href={`${PATHS[link]}?lang=${locale}`}
            size="sm"
            c="var(--mantine-color-text)"
            fw={link === 'privacy' ? 700 : 400}
          >
            {t(`business.${link}`)}
          </Anchor>
        ))}
      </Group>
      {business !== undefined && (
        <Text component="div" size="xs" c="dimmed" role="group" aria-label={t('business.details')}>
          {[
            pick(business.name_ko, business.name_en),
            `${t('business.representative')} ${business.representative}`,
            `${t('business.registration_number')} ${business.registration_number}`,
            business.mail_order_number === null
              ? null
              : `${t('business.mail_order_number')} ${business.mail_order_number}`,
            pick(business.address_ko, business.address_en),
            business.privacy_officer === null
              ? null
              : `${t('business.privacy_officer')} ${business.privacy_officer}`,
          ]
            .filter((fact) => fact !== null)
            .map((fact, at) => (
              <span key={fact}>
                {at > 0 && ' · '}
                {fact}
              </span>
            ))}
          <div>
            {t('business.support')}{' '}
            <Anchor href={`tel:${business.telephone}`} c="inherit" underline="always">
              {business.telephone}
            </Anchor>
            {support(pick(business.hours_ko ?? '', business.hours_en ?? ''))} ·{' '}
            <Anchor href={`mailto:${business.email}`} c="inherit" underline="always">
              {business.email}
            </Anchor>
          </div>
        </Text>
      )}
    </Box>
  );
}

function support(hours: string): string {
  return hours === '' ? '' : ` (${hours})`;
}
