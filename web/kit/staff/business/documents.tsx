import { Anchor, Button, Card, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { Dialog } from '../../dialog.tsx';
import type { DocumentKind, OwnBusiness, StaffApi, StaffRole } from '../staff-api.ts';
import { useStaffWords } from '../words.ts';
import { DocumentForm } from './document-form.tsx';

const DOCUMENTS = ['terms', 'privacy', 'marketing', 'faq'] as const;
const PATHS: Readonly<Record<DocumentKind, string>> = {
  terms: '/terms',
  privacy: '/privacy',
  marketing: '/marketing',
  faq: '/help',
};

/** Terms and the like with their versions, and writing a new one. */
export function Documents<Role extends StaffRole>({
  staffApi,
  documents,
  mayPublish,
}: {
  staffApi: StaffApi<Role>;
  documents: OwnBusiness['documents'];
  mayPublish: boolean;
}) {
  const { t, locale } = useStaffWords();
  const [written, setWritten] = useState<DocumentKind>();
  const lastOf = (kind: DocumentKind) =>
    Math.max(0, ...documents.filter(({ document }) => document === kind).map(({ version }) => version));
  return (
    <Stack gap="sm">
      {DOCUMENTS.map((kind) => (
        <Card key={kind} withBorder padding="md">
          <Group justify="space-between" align="flex-start">
            <Stack gap={2}>
              <Text fw={600}>{t(`business.${kind}`)}</Text>
              {lastOf(kind) === 0 && (
                <Text size="sm" c="dimmed">
                  {t('business_page.document_none')}
                </Text>
              )}
              {documents
                .filter(({ document }) => document === kind)
                .map(({ version, in_force_at }) => (
                  <Group key={version} gap="xs">
                    <Text size="sm" c="dimmed">
                      {t(
                        new Date(in_force_at) <= new Date() ? 'business.version' : 'business.version_ahead',
                        {
                          version,
                          at: in_force_at,
                        },
                      )}
                    </Text>
                    <Anchor
                      size="sm"
                      href={`${PATHS[kind]}?lang=${locale}&version=${version}`}
                      aria-label={`${t('business_page.document_read')}: ${t(`business.${kind}`)} ${version}`}
                    >
                      {t('business_page.document_read')}
                    </Anchor>
                  </Group>
                ))}
            </Stack>
            {mayPublish && (
              <Button
                variant="default"
                size="xs"
                aria-label={`${t('business_page.document_edit')}: ${t(`business.${kind}`)}`}
                onClick={() => setWritten(kind)}
              >
                {t('business_page.document_edit')}
              </Button>
            )}
          </Group>
        </Card>
      ))}
      <Dialog
        opened={written !== undefined}
        onClose={() => setWritten(undefined)}
        title={written === undefined ? '' : t(`business.${written}`)}
      >
        {written !== undefined && (
          <DocumentForm
            staffApi={staffApi}
            document={written}
            after={lastOf(written)}
            onDone={() => setWritten(undefined)}
          />
        )}
      </Dialog>
    </Stack>
  );
}
