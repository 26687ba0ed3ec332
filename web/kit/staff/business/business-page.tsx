import { Card, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Answer } from '../../notice.tsx';
import { NothingHere } from '../figures.tsx';
import { StaffPage } from '../page.tsx';
import { useStaff } from '../session.tsx';
import type { StaffApi, StaffRole } from '../staff-api.ts';
import { useStaffWords } from '../words.ts';
import { DetailsForm } from './details-form.tsx';
import { Documents } from './documents.tsx';

export const OWN_BUSINESS = ['own-business'] as const;

/** What a business says of itself: details and documents, each published in versions. */
export function BusinessPage<Role extends StaffRole>({ staffApi }: { staffApi: StaffApi<Role> }) {
  const { t } = useStaffWords();
  const { may } = useStaff();
  const own = useQuery({ queryKey: OWN_BUSINESS, queryFn: () => staffApi.business() });
  const mayPublish = may(staffApi.admin);
  return (
    <StaffPage title={t('business_page.title')} intro={t('business_page.intro')}>
      {!mayPublish && <Text c="dimmed">{t('business_page.only_admins')}</Text>}
      <Answer of={own} height={720}>
        {({ business, documents }) => (
          <Stack gap="xl">
            {business === undefined ? (
              <NothingHere title={t('business_page.nothing_yet')}>
                {t('business_page.nothing_yet_detail')}
              </NothingHere>
            ) : (
              <Text size="sm" c="dimmed">
                {t('business_page.published', {
                  version: business.version,
                  at: business.published_at,
                })}
              </Text>
            )}
            <Card withBorder padding="lg">
              {/* A newer version begins a new form. */}
              <DetailsForm
                key={business?.version ?? 0}
                staffApi={staffApi}
                mayPublish={mayPublish}
                {...(business === undefined ? {} : { business })}
              />
            </Card>
            <Stack component="section" gap="sm">
              <Title order={2} size="h4">
                {t('business.documents')}
              </Title>
              <Text size="sm" c="dimmed">
                {t('business_page.documents_intro')}
              </Text>
              <Documents staffApi={staffApi} documents={documents} mayPublish={mayPublish} />
            </Stack>
          </Stack>
        )}
      </Answer>
    </StaffPage>
  );
}
