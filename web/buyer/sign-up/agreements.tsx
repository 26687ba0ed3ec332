import { Anchor, Checkbox, Fieldset, Group, Stack } from '@mantine/core';
import { useBusiness } from '../../kit/business/use-business.ts';
import { useWords } from '../words.ts';

const AGREED_TO = ['terms', 'privacy', 'marketing'] as const;
export type AgreedTo = (typeof AGREED_TO)[number];
/** The versions that are ticked. */
export type Agreed = Partial<Record<AgreedTo, number>>;

/** The versions in force; undefined until they are known. */
export function useInForce() {
  const { data } = useBusiness();
  return data?.documents.flatMap(({ document, version }) =>
    AGREED_TO.flatMap((one) => (one === document ? [{ document: one, version }] : [])),
  );
}

/** What there is to agree to, each apart and none ticked beforehand. Nothing where nothing is published. */
export function Agreements({
  agreed,
  isMissing,
  onChange,
}: {
  agreed: Agreed;
  /** Whether a required one is marked as missing. */
  isMissing: boolean;
  onChange: (agreed: Agreed) => void;
}) {
  const { t, locale } = useWords();
  const inForce = useInForce() ?? [];
  if (inForce.length === 0) return null;
  return (
    <Fieldset legend={t('consents.legend')} radius="md">
      <Stack gap="sm">
        {AGREED_TO.flatMap((document) => inForce.filter((one) => one.document === document)).map(
          ({ document, version }) => {
            const isTicked = agreed[document] === version;
            return (
              <Group key={document} justify="space-between" align="flex-start" wrap="nowrap">
                <Checkbox
                  label={t(`consents.${document}`)}
                  checked={isTicked}
                  error={
                    isMissing && document !== 'marketing' && !isTicked ? t('consents.needed') : undefined
                  }
                  onChange={({ currentTarget }) => {
                    const { [document]: _, ...others } = agreed;
                    onChange(currentTarget.checked ? { ...others, [document]: version } : others);
                  }}
                />
                <Anchor
                  href={`/${document}?lang=${locale}`}
                  target="_blank"
                  size="sm"
                  style={{ flex: 'none' }}
                  aria-label={`${t('consents.read')}: ${t(`consents.name_${document}`)}`}
                >
                  {t('consents.read')}
                </Anchor>
              </Group>
            );
          },
        )}
      </Stack>
    </Fieldset>
  );
}
